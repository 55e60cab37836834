package io.goldenrod.cli;

import java.util.List;

/**
 * What a policy that matches otherwise changes.
 *
 * @param records how many were looked at
 * @param added matches that come
 * @param removed matches that go
 * @param reweighted matches of another weight
 * @param customers before
 * @param customersAfter after
 * @param merging customers that become part of a larger one
 * @param splitting customers that fall apart
 * @param examples of these two, in words
 * @param due whether the graph was not at that policy yet
 */
public record Rescored(
        long records,
        long added,
        long removed,
        long reweighted,
        long customers,
        long customersAfter,
        long merging,
        long splitting,
        List<String> examples,
        boolean due) {}
