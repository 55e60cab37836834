package io.goldenrod.neo4j;

import io.goldenrod.golden.CustomerIds.Issued;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Membership;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.PolicyChangedException;
import io.goldenrod.graph.ResolutionStore.Detached;
import io.goldenrod.graph.ResolutionStore.Former;
import io.goldenrod.graph.ResolutionStore.Seen;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One transaction of the writing side: each question and each kind of change is one statement for all of a batch. */
final class ResolutionTransaction extends AssertionTransaction implements Transaction {

    private final StatementRunner runner;
    private final Policy policy;
    private final boolean settled;
    private final Instant now;
    private final Sharing sharing;
    private final Set<String> unnamed = new HashSet<>();
    private final List<Decision> decided = new ArrayList<>();

    ResolutionTransaction(StatementRunner runner, Policy policy, boolean settled, Instant now) {
        super(runner, policy);
        this.settled = settled;
        this.runner = runner;
        this.policy = policy;
        this.now = now;
        this.sharing = new Sharing(policy);
    }

    @Override
    public Map<RecordKey, StoredRecord> lockRecords(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> found = new HashMap<>();
        for (Row row : ask(ResolutionStatement.LOCK_RECORDS, "keys", keyTexts(keys))) {
            if (row.value("observedAt") == null) {
                // deleted by another transaction while this one waited for the lock
                throw new ConcurrentChangeException();
            }
            RecordKey key = RecordKey.parse(row.text("key"));
            found.put(
                    key,
                    new StoredRecord(
                            key,
                            StoredNodes.instant(row.value("observedAt")),
                            row.number("seq"),
                            row.text("fingerprint"),
                            row.text("customer")));
        }
        return found;
    }

    @Override
    public Map<Identifier, StoredIdentifier> lockIdentifiers(Collection<Identifier> identifiers) {
        return identifiers(ResolutionStatement.LOCK_IDENTIFIERS, "keys", identifierTexts(identifiers));
    }

    @Override
    public Map<String, StoredCustomer> lockCustomers(Collection<String> ids) {
        Map<String, StoredCustomer> found = new HashMap<>();
        for (Row row : ask(ResolutionStatement.LOCK_CUSTOMERS, "ids", List.copyOf(new TreeSet<>(ids)))) {
            StoredCustomer customer = StoredNodes.customer(row.map("customer"));
            found.put(customer.id(), customer);
        }
        if (found.size() < Set.copyOf(ids).size()) {
            throw new ConcurrentChangeException();
        }
        return found;
    }

    @Override
    public Set<String> issued(Collection<String> ids) {
        Set<String> found = new TreeSet<>();
        ask(ResolutionStatement.FIND_ISSUED, "ids", List.copyOf(ids)).forEach(row -> found.add(row.text("id")));
        return found;
    }

    @Override
    public long reserve(int records) {
        List<Row> reserved = runner.run(ResolutionStatement.RESERVE_RECORDS, Map.of("count", records));
        if (reserved.isEmpty()) {
            runner.run(ResolutionStatement.OPEN_SEQUENCE);
            reserved = runner.run(ResolutionStatement.RESERVE_RECORDS, Map.of("count", records));
        }
        requireInForce(reserved.get(0));
        inForce(reserved.get(0).number("assertions"));
        return reserved.get(0).number("taken") + 1;
    }

    private void requireInForce(Row row) {
        String inForce = row.text("policy");
        if (inForce != null && (!inForce.equals(policy.hash()) || row.flag("settled") != settled)) {
            throw new PolicyChangedException();
        }
    }

    @Override
    public Map<RecordKey, String> payloads(Collection<RecordKey> records) {
        Map<RecordKey, String> payloads = new HashMap<>();
        ask(PolicyStatement.FIND_PAYLOADS, "keys", keyTexts(records))
                .forEach(row -> payloads.put(RecordKey.parse(row.text("key")), row.text("payload")));
        return payloads;
    }

    @Override
    public List<Detached> detach(Collection<RecordKey> replaced, Collection<RecordKey> deleted) {
        var keys = new TreeSet<>(replaced);
        keys.addAll(deleted);
        List<Detached> detached = new ArrayList<>();
        if (keys.isEmpty()) {
            return detached;
        }
        Map<String, Object> parameters = Map.of("keys", keyTexts(keys), "to", DecisionWriter.next(runner));
        for (Row row : runner.run(ResolutionStatement.DETACH_RECORDS, parameters)) {
            Set<Identifier> carried = new TreeSet<>();
            Map<Identifier, Constraint> held = new HashMap<>();
            for (Object each : row.list("links")) {
                List<?> link = (List<?>) each;
                Identifier identifier = Identifier.parse((String) link.get(0));
                carried.add(identifier);
                if (link.get(1) != null) {
                    held.put(identifier, constraint((String) link.get(1)));
                }
            }
            RecordKey key = RecordKey.parse(row.text("key"));
            detached.add(new Detached(
                    key,
                    StoredNodes.instant(row.value("observedAt")),
                    carried,
                    Set.copyOf(row.texts("names")),
                    held,
                    Set.copyOf(PinJson.read(row.text("pins"), key).keySet())));
        }
        ask(ResolutionStatement.DELETE_RECORDS, "keys", keyTexts(deleted));
        return detached;
    }

    @Override
    public Map<Identifier, StoredIdentifier> recount(Collection<Identifier> identifiers) {
        Map<Identifier, StoredIdentifier> counted = new HashMap<>();
        for (Row row : ask(ResolutionStatement.RECOUNT_IDENTIFIERS, "keys", identifierTexts(identifiers))) {
            StoredIdentifier stored = StoredNodes.identifier(row.map("identifier"));
            List<Identifier> others = new ArrayList<>();
            List<Identifier> denied = new ArrayList<>();
            for (String key : row.texts("companions")) {
                Identifier other = Identifier.parse(key);
                others.add(other);
                if (policy.denies(other)) {
                    denied.add(other);
                }
            }
            if (policy.denies(stored.identifier())) {
                denied.add(stored.identifier());
            }
            var companions = sharing.companions(stored.identifier(), others, Set.copyOf(row.texts("names")), denied);
            counted.put(
                    stored.identifier(),
                    new StoredIdentifier(
                            stored.identifier(),
                            stored.customer(),
                            stored.suppressed(),
                            row.number("records"),
                            StoredNodes.instant(row.value("firstSeen")),
                            StoredNodes.instant(row.value("lastSeen")),
                            new TreeSet<>(row.texts("sources")),
                            sharing.cut(stored.identifier(), companions),
                            stored.held()));
        }
        return counted;
    }

    @Override
    public Map<Identifier, Seen> stillSeen(Map<Identifier, Seen> asked) {
        List<Object> rows = new ArrayList<>();
        new TreeMap<>(asked)
                .forEach((identifier, seen) -> rows.add(Map.of(
                        "key", identifier.key(),
                        "sources", List.copyOf(seen.sources()),
                        "names", List.copyOf(seen.names()),
                        "others", identifierTexts(seen.others()))));
        Map<Identifier, Seen> found = new HashMap<>();
        for (Row row : ask(ResolutionStatement.FIND_STILL_SEEN, "rows", rows)) {
            var others = new TreeSet<Identifier>();
            row.texts("others").forEach(other -> others.add(Identifier.parse(other)));
            Seen seen = new Seen(new TreeSet<>(row.texts("sources")), others, new TreeSet<>(row.texts("names")));
            found.put(Identifier.parse(row.text("key")), seen);
        }
        return found;
    }

    @Override
    public void remove(Collection<Identifier> identifiers) {
        ask(ResolutionStatement.REMOVE_IDENTIFIERS, "keys", identifierTexts(identifiers));
    }

    @Override
    public Membership members(
            Collection<String> customers, Collection<RecordKey> records, Collection<Identifier> identifiers) {
        List<String> ids = List.copyOf(customers);
        List<Member> members = new ArrayList<>();
        List<StoredLink> links = new ArrayList<>();
        List<StoredMatch> matches = new ArrayList<>();
        readRecords(ask(ResolutionStatement.LIST_CUSTOMER_RECORDS, "ids", ids), members, links, matches);
        readRecords(ask(ResolutionStatement.LIST_RECORDS, "keys", keyTexts(records)), members, links, matches);
        readLinks(ask(ResolutionStatement.LIST_HELD_LINKS, "ids", ids), links);
        List<String> keys = identifierTexts(identifiers);
        readLinks(ask(ResolutionStatement.LIST_IDENTIFIER_LINKS, "keys", keys), links);

        Map<Identifier, StoredIdentifier> states =
                identifiers(ResolutionStatement.LIST_CUSTOMER_IDENTIFIERS, "ids", ids);
        states.putAll(identifiers(ResolutionStatement.LIST_RECORD_IDENTIFIERS, "keys", keyTexts(records)));
        states.putAll(identifiers(ResolutionStatement.FIND_IDENTIFIERS, "keys", keys));
        return new Membership(members, states, links, matches, ties(customers, records, identifiers));
    }

    private void readRecords(List<Row> rows, List<Member> members, List<StoredLink> links, List<StoredMatch> matches) {
        for (Row row : rows) {
            RecordKey key = RecordKey.parse(row.text("key"));
            Instant at = StoredNodes.instant(row.value("observedAt"));
            List<Identifier> carried = new ArrayList<>();
            for (Object each : row.list("links")) {
                List<?> link = (List<?>) each;
                Identifier identifier = Identifier.parse((String) link.get(0));
                carried.add(identifier);
                if (link.get(3) == null) {
                    links.add(new StoredLink(
                            key, identifier, at, constraint((String) link.get(1)), (String) link.get(2)));
                }
            }
            members.add(new Member(
                    said(row, carried), row.number("seq"), row.text("customer"), PinJson.read(row.text("pins"), key)));
            for (Object each : row.list("matches")) {
                List<?> match = (List<?>) each;
                matches.add(new StoredMatch(
                        RecordKey.parse((String) match.get(0)),
                        RecordKey.parse((String) match.get(1)),
                        (Double) match.get(2),
                        (Double) match.get(3),
                        constraint((String) match.get(4)),
                        (String) match.get(5),
                        (String) match.get(6),
                        List.of()));
            }
        }
    }

    private static void readLinks(List<Row> rows, List<StoredLink> links) {
        for (Row row : rows) {
            links.add(new StoredLink(
                    RecordKey.parse(row.text("record")),
                    Identifier.parse(row.text("identifier")),
                    StoredNodes.instant(row.value("at")),
                    constraint(row.text("held")),
                    row.text("detail")));
        }
    }

    @Override
    public List<Former> formers(Collection<String> survivors) {
        List<Former> found = new ArrayList<>();
        for (Row row : ask(ResolutionStatement.LIST_FORMERS, "ids", List.copyOf(survivors))) {
            RecordKey founder = RecordKey.parse(row.text("founder"));
            found.add(new Former(
                    new Issued(row.text("id"), founder, row.number("founderSeq"), row.number("foundedSeq")),
                    row.text("survivor"),
                    StoredNodes.instant(row.value("createdAt")),
                    row.number("version")));
        }
        return found;
    }

    @Override
    public Map<RecordKey, SortedMap<String, Pin>> pins(String customer) {
        Map<RecordKey, SortedMap<String, Pin>> found = new TreeMap<>();
        for (Row row : runner.run(ResolutionStatement.LIST_PINS, Map.of("customer", customer))) {
            RecordKey key = RecordKey.parse(row.text("key"));
            found.put(key, PinJson.read(row.text("pins"), key));
        }
        return found;
    }

    @Override
    public List<Decision> decided() {
        return List.copyOf(decided);
    }

    @Override
    public void write(Changes changes) {
        decided.addAll(changes.decisions);
        new ChangeWriter(runner, policy, now, unnamed).write(changes);
    }

    private Map<Identifier, StoredIdentifier> identifiers(
            ResolutionStatement statement, String parameter, List<String> keys) {
        Map<Identifier, StoredIdentifier> found = new HashMap<>();
        for (Row row : ask(statement, parameter, keys)) {
            Map<String, Object> properties = row.map("identifier");
            if (properties.isEmpty()) {
                // removed by another transaction while this one waited for the lock
                throw new ConcurrentChangeException();
            }
            StoredIdentifier identifier = StoredNodes.identifier(properties);
            found.put(identifier.identifier(), identifier);
        }
        return found;
    }

    private static List<String> identifierTexts(Collection<Identifier> identifiers) {
        return identifiers.stream().sorted().map(Identifier::key).toList();
    }
}
