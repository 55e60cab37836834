package io.goldenrod.neo4j;

import io.goldenrod.graph.PairReads;
import io.goldenrod.graph.StoredBlock;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a transaction of the writing side reads of blocks and pairs: each question is one statement. */
class PairTransaction implements PairReads {

    private final StatementRunner runner;
    private final Policy policy;

    PairTransaction(StatementRunner runner, Policy policy) {
        this.runner = runner;
        this.policy = policy;
    }

    @Override
    public Map<String, StoredBlock> blocks(Map<String, Long> membersMax) {
        List<Object> rows = new ArrayList<>(membersMax.size());
        new TreeMap<>(membersMax).forEach((key, max) -> rows.add(Map.of("key", key, "membersMax", max)));
        Map<String, StoredBlock> found = new HashMap<>();
        for (Row row : ask(MatchingStatement.FIND_BLOCKS, "rows", rows)) {
            String key = row.text("key");
            long records = row.number("records");
            Map<RecordKey, String> members = null;
            if (records <= membersMax.get(key)) {
                members = new HashMap<>();
                for (Object each : row.list("members")) {
                    List<?> member = (List<?>) each;
                    members.put(RecordKey.parse((String) member.get(0)), (String) member.get(1));
                }
            }
            found.put(key, new StoredBlock(key, records, members));
        }
        return found;
    }

    @Override
    public Map<RecordKey, SortedSet<String>> blocksOf(Collection<RecordKey> records) {
        Map<RecordKey, SortedSet<String>> found = new HashMap<>();
        for (Row row : ask(MatchingStatement.LIST_BLOCKS, "keys", keyTexts(records))) {
            List<String> blocks = row.texts("blocks");
            if (!blocks.isEmpty()) {
                found.put(RecordKey.parse(row.text("record")), new TreeSet<>(blocks));
            }
        }
        return found;
    }

    @Override
    public List<StoredPair> pairsOf(Collection<RecordKey> records) {
        List<StoredPair> pairs = new ArrayList<>();
        for (Row row : ask(MatchingStatement.LIST_PAIRS, "keys", keyTexts(records))) {
            pairs.add(new StoredPair(
                    RecordKey.parse(row.text("left")),
                    RecordKey.parse(row.text("right")),
                    StoredPair.Kind.of(row.text("type")),
                    (Double) row.value("weight"),
                    new TreeSet<>(row.texts("rules")),
                    constraint(row.text("held")),
                    row.text("detail")));
        }
        return pairs;
    }

    @Override
    public List<SourceRecord> said(Collection<RecordKey> records) {
        List<SourceRecord> said = new ArrayList<>();
        for (Row row : ask(MatchingStatement.FIND_SAID, "keys", keyTexts(records))) {
            List<Identifier> carried =
                    row.texts("identifiers").stream().map(Identifier::parse).toList();
            said.add(said(row, carried));
        }
        return said;
    }

    /** A record with these identifiers. */
    SourceRecord said(Row row, Collection<Identifier> carried) {
        List<Identifier> inOrder = carried.stream().sorted().toList();
        Set<Identifier> denied = new HashSet<>();
        for (Identifier identifier : inOrder) {
            if (policy.denies(identifier)) {
                denied.add(identifier);
            }
        }
        return new SourceRecord(
                RecordKey.parse(row.text("key")),
                StoredNodes.instant(row.value("observedAt")),
                inOrder,
                denied,
                ProfileJson.readAttributes(row.text("attributes")),
                Set.copyOf(row.texts("names")),
                ProfileJson.readConsent(row.text("consent")),
                row.text("fingerprint"));
    }

    static Constraint constraint(String name) {
        return name == null ? null : Constraint.valueOf(name);
    }

    /** Nothing is asked about nothing. */
    List<Row> ask(Statement statement, String parameter, List<?> rows) {
        return rows.isEmpty() ? List.of() : runner.run(statement, Map.of(parameter, rows));
    }

    static List<String> keyTexts(Collection<RecordKey> keys) {
        return keys.stream().sorted().map(RecordKey::toString).toList();
    }
}
