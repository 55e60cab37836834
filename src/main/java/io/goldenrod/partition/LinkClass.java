package io.goldenrod.partition;

import io.goldenrod.policy.Contested;
import java.util.Objects;

/**
 * How strong a kind of link is.
 *
 * @param name as shown in explanations: an identifier type, {@code same} or {@code matched}
 * @param rank links of a lower rank are taken first; equal ranks are taken together
 * @param weak whether it only attaches members that hold no strong identifier
 * @param matched whether a model weighed all that its two records say, vetoed attributes among it
 * @param guarded whether the records on both sides must match on the whole, see {@link ChainGuard}
 * @param contested what becomes of a weak link's anonymous side when several known clusters claim it
 */
public record LinkClass(String name, int rank, boolean weak, boolean matched, boolean guarded, Contested contested) {

    /** A steward's word that two members are one person: the first class, and no limit or veto concerns it. */
    public static final LinkClass SAME = new LinkClass("same", 0, false, false, false, Contested.APART);

    public LinkClass {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(contested, "contested");
        if (rank < 0) {
            throw new IllegalArgumentException("a link class has a rank of 0 or more");
        }
    }

    /** Between records that a model takes for one person's: after every strong identifier, before every weak one. */
    static LinkClass matched(int rank, boolean guarded) {
        return new LinkClass("matched", rank, false, true, guarded, Contested.APART);
    }

    /** Whether it is a steward's word. */
    boolean asserted() {
        return rank == SAME.rank;
    }

    boolean standsApart() {
        return weak && contested == Contested.APART;
    }
}
