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
 * <p>Strong identifiers come first, then matched links (records that a model takes for one person's), by weight, then
 * weak identifiers. A match makes nobody known: known is a cluster that holds a strong identifier. Two anonymous
 * records that match are an anonymous group, and go where its weak identifiers go.
 *
 * <p>A veto is for what an identifier cannot know: a phone that a family shares joins a mother and her son, unless
 * their birth dates speak against it. A model has weighed the birth dates with all else, typing errors and all, so a
 * matched link is taken in spite of a veto.
 *
 * <p>What a steward said comes first of all. Members that are the same are one before any evidence is looked at, and
 * members that are different never come together, so a steward's word stays in force whatever arrives. Limits and
 * vetoes guard what evidence joins: they judge the parts that evidence alone would make, not what a steward made of
 * them. So two records that are the same keep each its own customer number, and still take no third one.
 *
 * <p>A matched link tells of two records only, and a chain of near matches leads from any person to any other. So a
 * matched link that would join two clusters is judged by the records of both: the mean weight of the pairs across, over
 * a sample that depends on their keys alone, must reach the policy's floor; else it is held
 * ({@link io.goldenrod.partition.Constraint#CHAIN}).
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
 *   <li>links are only added. A record that replaces an older one takes links away, and so does one that makes a block
 *       too large;
 *   <li>no steward has said anything new: what was said before is within the contracted clusters, and their traits
 *       know from whom they are to be kept apart;
 *   <li>a matched link ends at a record that strong links tie to the cluster's
 *       strong identifiers, or at the cluster's only record. It would make a member known that only weak links attach,
 *       and the weak identifier contested. A record that carries a strong identifier is so tied, as no link is held.
 * </ul>
 *
 * <p>The guard is not monotone: one more record changes the mean. So, where there is a guard:
 *
 * <ul>
 *   <li>no new link but a weak one ends at a cluster within which links were judged
 *       ({@link io.goldenrod.partition.Partition#judged}), whether they were taken or not. Weak links come after all
 *       that is judged, so the many records that say no more than a device go the short way;
 *   <li>a matched link is taken on the short way only if the records of both sides are at hand: the new record's and
 *       clusters of one record. Where a strong identifier joined the two sides before, it joins nothing and does not
 *       matter. Else the graph does not come out whole.
 * </ul>
 */
package io.goldenrod.partition;
