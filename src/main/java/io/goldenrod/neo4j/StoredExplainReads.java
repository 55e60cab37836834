package io.goldenrod.neo4j;

import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.PathSearch;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what an explanation needs. */
public final class StoredExplainReads implements ExplainReads {

    private final Database database;
    private final Supplier<Policy> inForce;

    public StoredExplainReads(Database database, Supplier<Policy> inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    @Override
    public Map<String, Standing> standings(Collection<String> members) {
        List<String> records = new ArrayList<>();
        List<String> identifiers = new ArrayList<>();
        for (String member : members) {
            if (member.startsWith(Decision.MEMBER_RECORD)) {
                records.add(member.substring(Decision.MEMBER_RECORD.length()));
            } else {
                identifiers.add(member);
            }
        }
        Map<String, Standing> found = new HashMap<>();
        for (Row row : query(ExplainStatement.FIND_RECORDS, "keys", records)) {
            String member = Decision.MEMBER_RECORD + row.text("key");
            found.put(member, new Standing(member, row.text("customer"), null, List.of()));
        }
        for (Row row : query(ExplainStatement.FIND_IDENTIFIERS, "keys", identifiers)) {
            found.put(row.text("key"), standing(row, row.text("customer")));
        }
        return found;
    }

    private static Standing standing(Row row, String customer) {
        return new Standing(row.text("key"), customer, row.text("suppressed"), row.texts("companions"));
    }

    @Override
    public Optional<Founding> founding(String customerId) {
        return database.query(ExplainStatement.FIND_FOUNDER, Map.of("id", customerId)).stream()
                .map(row -> new Founding(
                        Status.valueOf(row.text("status")),
                        row.text("key") == null ? null : RecordKey.parse(row.text("key")),
                        row.text("customer"),
                        row.texts("survivors").stream().findFirst().orElse(null)))
                .findFirst();
    }

    @Override
    public Optional<RecordKey> oldestRecord(String customerId) {
        return database.query(ExplainStatement.FIND_OLDEST_RECORD, Map.of("id", customerId)).stream()
                .map(row -> RecordKey.parse(row.text("key")))
                .findFirst();
    }

    @Override
    public PathSearch.Source links(String customerId) {
        return new LinkSource(database, new Rules(inForce.get()), customerId);
    }

    @Override
    public Map<String, MatchEvidence> matches(Collection<StoredPairName> pairs) {
        List<Object> rows = new ArrayList<>();
        for (StoredPairName pair : pairs) {
            boolean ordered = pair.one().compareTo(pair.other()) < 0;
            RecordKey left = ordered ? pair.one() : pair.other();
            RecordKey right = ordered ? pair.other() : pair.one();
            rows.add(Map.of("left", left.toString(), "right", right.toString()));
        }
        Map<String, MatchEvidence> found = new HashMap<>();
        for (Row row : query(ExplainStatement.DESCRIBE_MATCHES, "rows", rows)) {
            MatchEvidence match = match(row);
            found.put(StoredPair.key(match.left(), match.right()), match);
        }
        return found;
    }

    private static MatchEvidence match(Row row) {
        return new MatchEvidence(
                RecordKey.parse(row.text("left")),
                RecordKey.parse(row.text("right")),
                StoredPair.Kind.of(row.text("type")) == StoredPair.Kind.POSSIBLE,
                (Double) row.value("weight"),
                (Double) row.value("probability"),
                row.text("held"),
                row.text("detail"),
                row.texts("rules"),
                row.text("model"),
                row.texts("breakdown"));
    }

    @Override
    public Map<String, Said> assertions(Collection<String> ids) {
        Map<String, Said> found = new HashMap<>();
        for (Row row : query(ExplainStatement.DESCRIBE_ASSERTIONS, "ids", List.copyOf(ids))) {
            Said said = said(row);
            found.put(said.id(), said);
        }
        return found;
    }

    @Override
    public List<Said> assertionsBetween(String customerId, String otherId, int assertionsMax) {
        return database
                .query(
                        ExplainStatement.LIST_ASSERTIONS_BETWEEN,
                        Map.of("id", customerId, "other", otherId, "limit", assertionsMax))
                .stream()
                .map(StoredExplainReads::said)
                .toList();
    }

    private static Said said(Row row) {
        return new Said(
                row.text("id"),
                StoredAssertion.Kind.valueOf(row.text("kind")),
                row.text("left"),
                row.text("right"),
                row.text("by"),
                StoredValues.instant(row.value("at")),
                row.text("reason"));
    }

    @Override
    public List<CausedDecision> decisions(Collection<RecordKey> records) {
        List<String> keys = PairTransaction.keyTexts(records);
        return keys.isEmpty()
                ? List.of()
                : database
                        .query(ExplainStatement.LIST_DECISIONS, Map.of("keys", keys, "limit", DECISIONS_EACH_MAX))
                        .stream()
                        .map(StoredExplainReads::decision)
                        .toList();
    }

    @Override
    public List<CausedDecision> merges(String customerId) {
        return database.query(ExplainStatement.LIST_MERGES, Map.of("id", customerId, "limit", MERGES_MAX)).stream()
                .map(StoredExplainReads::decision)
                .toList();
    }

    private static CausedDecision decision(Row row) {
        return new CausedDecision(
                row.number("seq"),
                StoredValues.instant(row.value("at")),
                row.text("kind"),
                row.text("policy"),
                row.text("request"),
                row.text("customer"),
                row.text("other"),
                row.text("record"),
                row.text("identifier"),
                row.text("linkClass"),
                row.flag("alive"));
    }

    @Override
    public List<HeldObservation> held(String customerId, String otherId) {
        return observations(
                ExplainStatement.LIST_HELD_LINKS, Map.of("id", customerId, "other", otherId, "limit", BETWEEN_MAX));
    }

    @Override
    public List<HeldObservation> linksOf(String identifier, String customerId) {
        return observations(
                ExplainStatement.LIST_IDENTIFIER_LINKS,
                Map.of("key", identifier, "customer", customerId, "limit", BETWEEN_MAX));
    }

    private List<HeldObservation> observations(Statement statement, Map<String, Object> parameters) {
        return database.query(statement, parameters).stream()
                .map(row -> new HeldObservation(
                        RecordKey.parse(row.text("record")),
                        row.text("recordCustomer"),
                        row.text("identifier"),
                        row.text("identifierCustomer"),
                        StoredValues.instant(row.value("at")),
                        row.text("held"),
                        row.text("detail")))
                .toList();
    }

    @Override
    public Map<String, Standing> suppressed(String customerId) {
        Map<String, Standing> found = new LinkedHashMap<>();
        database.query(ExplainStatement.LIST_SUPPRESSED, Map.of("id", customerId, "limit", BETWEEN_MAX))
                .forEach(row -> found.put(row.text("key"), standing(row, null)));
        return found;
    }

    @Override
    public List<MatchEvidence> pairs(String customerId, String otherId, int pairsMax) {
        return database
                .query(ExplainStatement.LIST_PAIRS, Map.of("id", customerId, "other", otherId, "limit", pairsMax))
                .stream()
                .map(StoredExplainReads::match)
                .toList();
    }

    @Override
    public List<RecordKey> sample(String customerId, int recordsMax) {
        return database.query(ExplainStatement.SAMPLE_RECORDS, Map.of("id", customerId, "limit", recordsMax)).stream()
                .map(row -> RecordKey.parse(row.text("key")))
                .toList();
    }

    private List<Row> query(Statement statement, String parameter, List<?> rows) {
        return rows.isEmpty() ? List.of() : database.query(statement, Map.of(parameter, rows));
    }
}
