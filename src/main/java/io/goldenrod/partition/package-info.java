/**
 * The heart: one pure function that parts a graph of members and links into clusters.
 *
 * <p>Why pure and alone: it is run by the service on what a record touched, by a whole-file run on everything, and by a
 * simulation on what might be. They agree because nothing here knows where links came from, what time it is, or in
 * which order anything arrived.
 *
 * <p>Links are taken in a total order that depends on the data alone, strongest first; a link whose union would break a
 * constraint is held, with the constraint. That is Kruskal's spanning forest (1956) with a veto at each union, so the
 * result is the same for every order of arrival.
 *
 * <p>Constraints are monotone: what holds for a whole holds for each part of it. So when a graph in which every known
 * cluster is contracted to one member comes out whole, with nothing held, then so does the full graph. This is the
 * service's fast path, and the same function runs it.
 */
package io.goldenrod.partition;
