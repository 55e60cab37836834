package io.goldenrod.neo4j;

import io.goldenrod.graph.HistoryLimitException;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.lineage.Numbered;
import io.goldenrod.lineage.PastHolds;
import io.goldenrod.lineage.PastMembers;
import io.goldenrod.lineage.Succession;
import io.goldenrod.lineage.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads one past moment.
 *
 * <p>What is there now is read before what is no more: whatever goes from the one to the other meanwhile is then seen
 * at least once, and what is seen twice is the same.
 */
final class PastReader {

    private static final int KEYS_EACH_MAX = 1_000;

    private static final List<Kind> MOVES =
            List.of(Kind.CREATED, Kind.JOINED, Kind.LEFT, Kind.MERGED, Kind.SPLIT, Kind.RESTORED, Kind.SUPPRESSED);

    private static final List<Kind> HOLDS = List.of(Kind.HELD, Kind.RELEASED, Kind.SUPPRESSED, Kind.UNSUPPRESSED);

    private final StatementRunner runner;
    private final long seq;
    private final Succession succession = new Succession();
    private final Map<String, Instant> createdAt = new HashMap<>();

    PastReader(StatementRunner runner, long seq) {
        this.runner = runner;
        this.seq = seq;
    }

    /** What customers became, and those that they went to, and so on: each round asks for all that is new. */
    Succession succession(Collection<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeIf(succession::contains);
        while (!unknown.isEmpty()) {
            Set<String> next = new TreeSet<>();
            for (List<String> some : parts(unknown)) {
                for (Row row : runner.run(HistoryStatement.LIST_TURNS, Map.of("ids", some))) {
                    List<Turn> turns =
                            row.texts("turns").stream().map(Turn::parse).toList();
                    long since = row.value("since") == null ? Long.MAX_VALUE : row.number("since");
                    succession.add(row.text("id"), since, turns);
                    createdAt.put(row.text("id"), StoredValues.instant(row.value("createdAt")));
                    turns.forEach(turn -> next.addAll(turn.survivors()));
                }
            }
            next.removeIf(succession::contains);
            limit(createdAt.size(), HistoryReads.CUSTOMERS_MAX, "customers");
            unknown = next;
        }
        return succession;
    }

    /** Of a customer that {@link #succession} was asked about. */
    Instant createdAt(String customer) {
        return createdAt.get(customer);
    }

    /** The customers that were ever part of this one, at whatever time. */
    SortedSet<String> absorbed(String customer) {
        SortedSet<String> all = new TreeSet<>();
        Set<String> last = Set.of(customer);
        while (!last.isEmpty()) {
            Set<String> found = new TreeSet<>();
            for (Row row : runner.run(
                    HistoryStatement.LIST_ABSORBED,
                    Map.of("ids", List.copyOf(last), "limit", HistoryReads.CUSTOMERS_MAX + 1))) {
                found.add(row.text("id"));
            }
            found.removeAll(all);
            found.remove(customer);
            all.addAll(found);
            limit(all.size(), HistoryReads.CUSTOMERS_MAX, "customers that became part of this one");
            last = found;
        }
        return all;
    }

    /** Keys of the members of a customer. */
    SortedSet<String> members(String customer) {
        List<String> ids = new ArrayList<>(absorbed(customer));
        ids.add(customer);
        List<Row> rows = runner.run(
                HistoryStatement.LIST_CONCERNING,
                Map.of("ids", ids, "kinds", names(MOVES), "seq", seq, "limit", HistoryReads.DECISIONS_MAX + 1));
        limit(rows.size(), HistoryReads.DECISIONS_MAX, "decisions about this customer");
        List<Numbered> decisions = new ArrayList<>(rows.size());
        for (Row row : rows) {
            decisions.add(new Numbered(
                    row.number("seq"),
                    new Decision(
                            Kind.valueOf(row.text("kind")),
                            row.text("customer"),
                            row.text("other"),
                            null,
                            row.text("identifier"),
                            null,
                            null,
                            null,
                            row.texts("members"),
                            null)));
        }
        return PastMembers.of(decisions).of(customer);
    }

    /** Whose each member was; members that were nobody's are left out. */
    Map<String, String> owners(Collection<String> members) {
        Map<String, List<Numbered>> named = named(members, MOVES);
        Set<String> ids = new HashSet<>();
        named.values()
                .forEach(each -> each.forEach(told -> {
                    ids.add(told.decision().customer());
                    ids.add(told.decision().other());
                }));
        ids.remove(null);
        Succession known = succession(ids);
        Map<String, String> owners = new HashMap<>();
        named.forEach((member, told) -> {
            String owner = PastMembers.owner(member, told, known, seq);
            if (owner != null) {
                owners.put(member, owner);
            }
        });
        return owners;
    }

    /** The links at these members that were held, and which of them, identifiers, were suppressed. */
    PastHolds holds(Collection<String> members) {
        SortedMap<Long, Numbered> told = new TreeMap<>();
        note(named(members, HOLDS), told);
        Set<String> others = new TreeSet<>();
        PastHolds.of(told.values()).held().values().forEach(each -> others.add(each.identifier()));
        others.removeAll(members);
        // an identifier that is suppressed ends whatever held its links
        note(named(others, List.of(Kind.SUPPRESSED)), told);
        return PastHolds.of(told.values());
    }

    private static void note(Map<String, List<Numbered>> named, SortedMap<Long, Numbered> told) {
        named.values().forEach(each -> each.forEach(one -> told.put(one.seq(), one)));
    }

    /** By member, the decisions of some kinds that name it, oldest first. */
    private Map<String, List<Numbered>> named(Collection<String> members, List<Kind> kinds) {
        Map<String, List<Numbered>> named = new HashMap<>();
        for (List<String> some : parts(members)) {
            List<Object> rows = new ArrayList<>();
            for (String member : some) {
                Map<String, Object> row = new HashMap<>();
                boolean isRecord = member.startsWith(Decision.MEMBER_RECORD);
                row.put("member", member);
                row.put("record", isRecord ? member.substring(Decision.MEMBER_RECORD.length()) : null);
                row.put("identifier", isRecord ? null : member);
                rows.add(row);
            }
            List<Row> found = runner.run(
                    HistoryStatement.LIST_NAMED,
                    Map.of("rows", rows, "kinds", names(kinds), "seq", seq, "limit", HistoryReads.DECISIONS_MAX + 1));
            limit(found.size(), HistoryReads.DECISIONS_MAX, "decisions about these members");
            for (Row row : found) {
                named.computeIfAbsent(row.text("member"), absent -> new ArrayList<>())
                        .add(numbered(row));
            }
        }
        return named;
    }

    private static Numbered numbered(Row row) {
        return new Numbered(
                row.number("seq"),
                new Decision(
                        Kind.valueOf(row.text("kind")),
                        row.text("customer"),
                        row.text("other"),
                        row.text("record"),
                        row.text("identifier"),
                        null,
                        row.text("constraint"),
                        row.text("detail"),
                        List.of(),
                        null));
    }

    /** What records said, by key; those that were not there are left out. */
    <T> SortedMap<String, T> contents(
            Collection<String> records, boolean links, boolean payload, Function<Row, T> reader) {
        SortedMap<String, T> said = new TreeMap<>();
        for (List<String> some : parts(records)) {
            Map<String, Long> since = new HashMap<>();
            readContents(some, links, payload, reader, said, since);
            for (Row row : runner.run(HistoryStatement.FIND_SINCE, Map.of("keys", some))) {
                since.remove(row.text("key"), row.value("since"));
            }
            // replaced or deleted by now, perhaps while it was read: what it said is kept by now
            if (!since.isEmpty()) {
                readContents(List.copyOf(since.keySet()), links, payload, reader, said, new HashMap<>());
            }
        }
        return said;
    }

    private <T> void readContents(
            List<String> records,
            boolean links,
            boolean payload,
            Function<Row, T> reader,
            Map<String, T> said,
            Map<String, Long> since) {
        Map<String, Object> parameters = Map.of("keys", records, "seq", seq, "links", links, "payload", payload);
        for (Row row : runner.run(HistoryStatement.FIND_CONTENTS, parameters)) {
            said.put(row.text("key"), reader.apply(row));
            since.put(row.text("key"), row.number("since"));
        }
    }

    /** Some of the records that carried each identifier, by its key; at most so many of each twice. */
    Map<String, Set<String>> carriers(Collection<String> identifiers, int each) {
        Map<String, Set<String>> carriers = new LinkedHashMap<>();
        for (Row row : runner.run(
                HistoryStatement.LIST_CARRIERS, Map.of("keys", List.copyOf(identifiers), "seq", seq, "each", each))) {
            carriers.computeIfAbsent(row.text("key"), absent -> new TreeSet<>()).add(row.text("record"));
        }
        return carriers;
    }

    /** How many records carried each identifier, from which sources, and when. */
    List<Row> carrierCounts(Collection<String> identifiers) {
        List<Row> rows = runner.run(
                HistoryStatement.COUNT_CARRIERS,
                Map.of("keys", List.copyOf(identifiers), "seq", seq, "limit", HistoryReads.DECISIONS_MAX + 1));
        rows.forEach(
                row -> limit(row.number("records"), HistoryReads.DECISIONS_MAX, "records that carry an identifier"));
        return rows;
    }

    private static void limit(long count, int max, String what) {
        if (count > max) {
            throw new HistoryLimitException(
                    "more than " + max + " " + what + " would have to be looked at to answer as of a past moment");
        }
    }

    private static List<String> names(List<Kind> kinds) {
        return kinds.stream().map(Kind::name).toList();
    }

    private static List<List<String>> parts(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KEYS_EACH_MAX) {
            parts.add(all.subList(from, Math.min(all.size(), from + KEYS_EACH_MAX)));
        }
        return parts;
    }
}
