package io.goldenrod.quality;

import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Head;
import io.goldenrod.graph.DecisionLog.Link;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.lineage.DecisionChain;
import io.goldenrod.quality.ChainReport.Break;
import io.goldenrod.quality.ChainReport.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Computes the chain of decisions anew and finds its first broken link. Reads page by page and holds one page at a
 * time; decisions that are written meanwhile are not looked at.
 */
public final class ChainCheck {

    private final DecisionLog log;
    private final DecisionChain chain = new DecisionChain();
    private String previous;
    private long decisions;
    private long erased;
    private long last;

    public ChainCheck(DecisionLog log) {
        this.log = log;
    }

    /**
     * Checks all that is chained.
     *
     * @throws GraphUnavailableException when the store does not answer
     */
    public ChainReport run() {
        Head head = log.head();
        return run(head, head.first(), head.seq());
    }

    /**
     * Checks a part of the chain. What comes before it is taken for granted.
     *
     * @param head as the log says
     * @param from at least the head's first
     * @param to at most the head's
     * @throws GraphUnavailableException when the store does not answer
     */
    public ChainReport run(Head head, long from, long to) {
        Break broken = walk(head, from, to);
        if (broken == null && to == head.seq()) {
            broken = end(head);
        }
        return new ChainReport(from, to, decisions, erased, last, last == 0 ? null : previous, broken);
    }

    private Break walk(Head head, long from, long to) {
        previous = DecisionChain.START;
        if (from > head.first()) {
            List<Link> before = log.links(from - 2, from - 1);
            if (before.isEmpty() || before.get(0).decision() == null) {
                return new Break(from - 1, before.isEmpty() ? Reason.MISSING : Reason.ALTERED);
            }
            previous = before.get(0).decision().hash();
        }
        long expected = from;
        while (expected <= to) {
            List<Link> links = log.links(expected - 1, to);
            if (links.isEmpty()) {
                return new Break(expected, Reason.MISSING);
            }
            for (Link link : links) {
                Reason reason = reason(link, expected);
                if (reason != null) {
                    return new Break(reason == Reason.MISSING ? expected : link.seq(), reason);
                }
                previous = link.decision().hash();
                last = expected++;
                decisions++;
                erased += link.decision().salt() == null ? 1 : 0;
            }
        }
        return null;
    }

    private Reason reason(Link link, long expected) {
        if (!link.numbered()) {
            return Reason.OUT_OF_PLACE;
        }
        if (link.seq() != expected) {
            return Reason.MISSING;
        }
        if (link.decision() == null) {
            return Reason.ALTERED;
        }
        if (link.decision().hash() == null) {
            return Reason.NO_HASH;
        }
        return previous != null && chain.holds(previous, link.decision()) ? null : Reason.ALTERED;
    }

    /** What was written meanwhile is counted by the head as it is then; all else beyond it was put there. */
    private Break end(Head head) {
        boolean isLast = last == 0 ? head.hash() == null : previous.equals(head.hash());
        if (!isLast) {
            return new Break(head.seq(), Reason.HEAD_DIFFERS);
        }
        Optional<Long> beyond = log.beyond(head.seq());
        Head now = log.head();
        if (beyond.isPresent() && beyond.get() > now.seq()) {
            return new Break(beyond.get(), Reason.OUT_OF_PLACE);
        }
        return head.nodes() > now.seq() ? new Break(null, Reason.OUT_OF_PLACE) : null;
    }
}
