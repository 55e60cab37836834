package io.goldenrod.api;

import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Head;
import io.goldenrod.graph.HistoryReads;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the past moment that a request asks about. */
@Component
class Past {

    private final HistoryReads reads;
    private final DecisionLog log;

    Past(HistoryReads reads, DecisionLog log) {
        this.reads = reads;
        this.log = log;
    }

    HistoryReads reads() {
        return reads;
    }

    /** Null when the request asks about now. */
    AsOf asOf(Query query) {
        Moment moment = Moment.of(query, AsOf.PARAMETER);
        if (moment == null) {
            return null;
        }
        Head head = log.head();
        if (head.first() > 1) {
            throw refused(
                    "history_not_kept",
                    "this graph is from a version that kept no history; resolve its records into an empty one");
        }
        boolean isFuture =
                moment.seq() != null ? moment.seq() > head.seq() : moment.at().isAfter(Instant.now());
        if (isFuture) {
            throw refused("no_such_moment", "asOf is in the future; the last decision is " + head.seq());
        }
        long seq = moment.last(log);
        if (seq < 1) {
            throw refused("no_such_moment", "asOf is before the first decision");
        }
        return new AsOf(seq, log.at(seq).orElseThrow());
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(422, code, "The past cannot be told", detail, List.of());
    }
}
