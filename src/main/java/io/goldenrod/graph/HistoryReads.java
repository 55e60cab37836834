package io.goldenrod.graph;

import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.MemberIdentifier;
import io.goldenrod.graph.CustomerReads.MemberRecord;
import io.goldenrod.graph.CustomerReads.Surroundings;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import java.util.Optional;

/**
 * What would have been answered at a past moment: right after a decision, named by its number. The past does not
 * change, so that the same question gives the same answer whatever is written meanwhile.
 *
 * <p>Every method throws {@link HistoryLimitException} when more than {@link #DECISIONS_MAX} decisions, or that many
 * carriers of one identifier, or {@link #CUSTOMERS_MAX} customers would have to be looked at, and
 * {@link GraphUnavailableException} when the store does not answer.
 */
public interface HistoryReads {

    /** Most decisions about one customer, and about those that became part of it. */
    int DECISIONS_MAX = 200_000;

    /** Most customers that became part of one. */
    int CUSTOMERS_MAX = 10_000;

    /** As {@link CustomerReads#customer}; without a version and the time of the last change. */
    Optional<Customer> customer(String id, long seq);

    /** The records of a customer of then, by key. */
    Page<MemberRecord> records(String customerId, long seq, String after, int limit);

    /** The identifiers of a customer of then, by key. */
    Page<MemberIdentifier> identifiers(String customerId, long seq, String after, int limit);

    /** As {@link CustomerReads#graph}; without matches between records. */
    Surroundings graph(String customerId, long seq, int depth, int nodesMax);

    /** As {@link RecordReads#record}. */
    Optional<RecordEntry> record(RecordKey key, long seq);

    /** As {@link IdentifierLookup#find} of one. */
    Answer resolve(Identifier identifier, long seq);
}
