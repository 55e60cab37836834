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
 * <p>Limits, vetoes and a steward's DIFFERENT are monotone: what holds for a whole holds for each part of it. So when
 * clusters are contracted to one member each, records are added, and the graph comes out whole
 * ({@link io.goldenrod.partition.Partition#isWhole}), then so does the full graph. This is the service's fast path, and
 * the same function runs it. It stands on these conditions, each with a test that shows what goes wrong without it:
 *
 * <ul>
 *   <li>no link of any member of a contracted cluster is held, not only of the members that the records touch: a record
 *       that joins two customers can settle a device that they contest, and no end of it is its own;
 *   <li>the cluster's traits are those after the records: an identifier seen again in a new window counts there;
 *   <li>the cluster's links are counted, see {@link io.goldenrod.partition.Component#add(Traits, long)};
 *   <li>links are only added. A record that replaces an older one takes links away;
 *   <li>a strong link that is no observation (SAME, MATCHED) ends at no member that only weak links attach to a known
 *       cluster: it would make that member known, and the weak identifier contested.
 * </ul>
 */
package io.goldenrod.partition;
