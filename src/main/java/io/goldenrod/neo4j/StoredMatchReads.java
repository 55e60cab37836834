package io.goldenrod.neo4j;

import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.StoredBlock;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what matching knows. */
public final class StoredMatchReads implements MatchReads {

    private final Database database;
    private final Supplier<Policy> inForce;

    public StoredMatchReads(Database database, Policy policy) {
        this(database, () -> policy);
    }

    /** @param inForce asked anew for each question */
    public StoredMatchReads(Database database, Supplier<Policy> inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    private PairTransaction pairs() {
        return new PairTransaction(database::query, inForce.get());
    }

    @Override
    public Map<String, StoredBlock> blocks(Map<String, Long> membersMax) {
        return pairs().blocks(membersMax);
    }

    @Override
    public List<RecordKey> some(String block, int recordsMax) {
        return database.query(MatchingStatement.SAMPLE_BLOCK, Map.of("key", block, "limit", recordsMax)).stream()
                .map(row -> RecordKey.parse(row.text("key")))
                .toList();
    }

    @Override
    public List<RecordKey> carriers(Collection<Identifier> identifiers, int recordsMax) {
        List<String> keys = identifiers.stream().map(Identifier::key).sorted().toList();
        return database.query(ReadStatement.FIND_CARRIERS, Map.of("keys", keys, "limit", recordsMax)).stream()
                .map(row -> RecordKey.parse(row.text("key")))
                .toList();
    }

    @Override
    public List<Candidate> candidates(Collection<RecordKey> records) {
        List<Candidate> candidates = new ArrayList<>();
        PairTransaction pairs = pairs();
        for (Row row : pairs.ask(MatchingStatement.FIND_SAID, "keys", PairTransaction.keyTexts(records))) {
            List<Identifier> carried =
                    row.texts("identifiers").stream().map(Identifier::parse).toList();
            candidates.add(new Candidate(pairs.said(row, carried), row.text("customer")));
        }
        return candidates;
    }
}
