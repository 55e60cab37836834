package io.goldenrod.neo4j;

import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.GraphScan;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.PairReads;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pages through the graph in Neo4j along its unique keys. */
public final class StoredScan implements GraphScan {

    private final Database database;
    private final Policy policy;

    public StoredScan(Database database, Policy policy) {
        this.database = database;
        this.policy = policy;
    }

    @Override
    public Standing standing() {
        Row row = database.query(CheckStatement.READ_STANDING, Map.of()).get(0);
        return new Standing(
                count(row, "decisions"),
                count(row, "records"),
                count(row, "merges"),
                Map.of(
                        "Customer", row.number("customerNodes"),
                        "Identifier", row.number("identifierNodes"),
                        "Record", row.number("recordNodes"),
                        "Decision", row.number("decisionNodes")),
                Set.copyOf(row.texts("policies")),
                Set.copyOf(row.texts("sources")));
    }

    private static long count(Row row, String column) {
        return row.value(column) instanceof Long number ? number : 0;
    }

    @Override
    public Part<WordRow> words(String after) {
        Map<String, Object> parameters = Map.of("after", after, "limit", PAGE_MAX);
        return page(
                CheckStatement.PAGE_ASSERTIONS,
                parameters,
                row -> new WordRow(AssertionTransaction.assertion(row), row.flag("tied")));
    }

    @Override
    public long wordsInForce() {
        return database.query(CheckStatement.COUNT_ASSERTIONS, Map.of()).stream()
                .mapToLong(row -> row.number("assertions"))
                .sum();
    }

    @Override
    public Part<CustomerRow> customers(String after) {
        return page(CheckStatement.PAGE_CUSTOMERS, Map.of("after", after, "limit", PAGE_MAX), this::customer);
    }

    private CustomerRow customer(Row row) {
        Map<String, Object> properties = row.map("customer");
        StoredCustomer state = StoredNodes.customer(properties);
        List<Successor> successors = new ArrayList<>();
        for (Object each : row.list("successors")) {
            List<?> successor = (List<?>) each;
            successors.add(
                    new Successor((String) successor.get(0), (Boolean) successor.get(1), (String) successor.get(2)));
        }
        String status = String.valueOf(properties.get("status"));
        Map<String, Object> rewritten = StoredNodes.customer(state, policy);
        return new CustomerRow(
                state, status, row.flag("former"), successors, StoredNodes.shownDiffering(properties, rewritten));
    }

    @Override
    public Part<IdentifierRow> identifiers(String after) {
        Map<String, Object> parameters = Map.of(
                "after",
                after,
                "limit",
                PAGE_MAX,
                "companionTypes",
                types(type -> type.sharedAbove() > 0),
                "nameTypes",
                types(type -> type.namesAbove() > 0));
        return page(CheckStatement.PAGE_IDENTIFIERS, parameters, StoredScan::identifier);
    }

    private List<String> types(Predicate<IdentifierType> which) {
        return policy.types().stream().filter(which).map(IdentifierType::name).toList();
    }

    private static IdentifierRow identifier(Row row) {
        Set<Identifier> others = new TreeSet<>();
        row.texts("others").forEach(key -> others.add(Identifier.parse(key)));
        long records = row.number("records");
        var carried = new Carried(
                records,
                records == 0 ? null : StoredNodes.instant(row.value("firstSeen")),
                records == 0 ? null : StoredNodes.instant(row.value("lastSeen")),
                new TreeSet<>(row.texts("sources")),
                others,
                Set.copyOf(row.texts("names")));
        return new IdentifierRow(StoredNodes.identifier(row.map("identifier")), row.texts("resolvedTo"), carried);
    }

    @Override
    public Part<RecordRow> records(String after) {
        return page(CheckStatement.PAGE_RECORDS, Map.of("after", after, "limit", PAGE_MAX), this::record);
    }

    private RecordRow record(Row row) {
        Map<String, Object> properties = row.map("record");
        List<Observed> links = new ArrayList<>();
        List<Identifier> carried = new ArrayList<>();
        for (Object each : row.list("links")) {
            List<?> link = (List<?>) each;
            Identifier identifier = Identifier.parse((String) link.get(0));
            carried.add(identifier);
            Constraint held = link.get(2) == null ? null : Constraint.valueOf((String) link.get(2));
            links.add(new Observed(identifier, StoredNodes.instant(link.get(1)), held, (String) link.get(3)));
        }
        SourceRecord record = new SourceRecord(
                RecordKey.parse((String) properties.get("key")),
                StoredNodes.instant(properties.get("observedAt")),
                carried,
                denied(carried),
                ProfileJson.readAttributes((String) properties.get("attributes")),
                Set.copyOf(StoredNodes.texts(properties.get("names"))),
                ProfileJson.readConsent((String) properties.get("consent")),
                (String) properties.get("fingerprint"));
        return new RecordRow(
                record,
                (Long) properties.get("seq"),
                (String) properties.get("customer"),
                row.texts("resolvedTo"),
                links,
                row.texts("blocks"),
                ties(row),
                StoredNodes.shownDiffering(properties, StoredNodes.shown(record)));
    }

    private Set<Identifier> denied(List<Identifier> carried) {
        Set<Identifier> denied = new HashSet<>(carried);
        denied.removeIf(each -> !policy.denies(each));
        return denied;
    }

    private static List<Tie> ties(Row row) {
        RecordKey left = RecordKey.parse(row.text("key"));
        List<Tie> ties = new ArrayList<>();
        for (Object each : row.list("ties")) {
            List<?> tie = (List<?>) each;
            var rules = new TreeSet<String>();
            ((List<?>) tie.get(3)).forEach(rule -> rules.add((String) rule));
            ties.add(new Tie(
                    new StoredPair(
                            left,
                            RecordKey.parse((String) tie.get(0)),
                            StoredPair.Kind.of((String) tie.get(1)),
                            (Double) tie.get(2),
                            rules,
                            PairTransaction.constraint((String) tie.get(4)),
                            (String) tie.get(5)),
                    (String) tie.get(6)));
        }
        return ties;
    }

    @Override
    public Part<BlockRow> blocks(String after) {
        long membersMax = policy.matching() == null ? 0 : policy.matching().blockRecordsMax();
        Map<String, Object> parameters = Map.of("after", after, "limit", PAGE_MAX, "membersMax", membersMax);
        return page(CheckStatement.PAGE_BLOCKS, parameters, row -> {
            List<RecordKey> members =
                    row.texts("members").stream().map(RecordKey::parse).toList();
            return new BlockRow(row.text("key"), row.number("records"), row.number("counted"), members);
        });
    }

    @Override
    public PairReads pairs() {
        return new PairTransaction(database::query, policy);
    }

    @Override
    public DecisionLog log() {
        return new StoredDecisionLog(database);
    }

    @Override
    public Map<String, String> customersByDecisions(Collection<String> members) {
        DecisionLog.Head head = log().head();
        return head.first() > 1 ? null : new PastReader(database::query, head.seq()).owners(members);
    }

    @Override
    public List<DecisionRow> decisions(long after) {
        List<DecisionRow> decisions = new ArrayList<>();
        for (Row row : database.query(CheckStatement.PAGE_DECISIONS, Map.of("after", after, "limit", PAGE_MAX))) {
            decisions.add(new DecisionRow(
                    row.number("seq"),
                    row.text("kind"),
                    row.text("customer"),
                    row.text("other"),
                    row.text("policy"),
                    Set.copyOf(row.texts("concerns"))));
        }
        return decisions;
    }

    @Override
    public Map<String, List<Member>> recordsOf(Collection<String> customers) {
        Map<String, List<Member>> records = new HashMap<>();
        for (Row row :
                database.query(ResolutionStatement.LIST_CUSTOMER_RECORDS, Map.of("ids", List.copyOf(customers)))) {
            read(row, StoredScan::said)
                    .ifPresent(record -> records.computeIfAbsent(row.text("customer"), absent -> new ArrayList<>())
                            .add(record));
        }
        return records;
    }

    private static Member said(Row row) {
        RecordKey key = RecordKey.parse(row.text("key"));
        var record = new SourceRecord(
                key,
                StoredNodes.instant(row.value("observedAt")),
                List.of(),
                Set.of(),
                ProfileJson.readAttributes(row.text("attributes")),
                Set.of(),
                ProfileJson.readConsent(row.text("consent")),
                row.text("fingerprint"));
        return new Member(record, row.number("seq"), row.text("customer"), PinJson.read(row.text("pins"), key));
    }

    /** Empty when there is something wrong with the node: the others are still of use, and this one is told of. */
    private static <T> Optional<T> read(Row row, Function<Row, T> reader) {
        try {
            return Optional.of(reader.apply(row));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private <T> Part<T> page(Statement statement, Map<String, Object> parameters, Function<Row, T> reader) {
        List<T> rows = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        String last = null;
        List<Row> found = database.query(statement, parameters);
        for (Row row : found) {
            last = row.text("key");
            Optional<T> node = read(row, reader);
            node.ifPresent(rows::add);
            if (node.isEmpty()) {
                unreadable.add(last);
            }
        }
        return new Part<>(rows, unreadable, found.size() < PAGE_MAX ? null : last);
    }
}
