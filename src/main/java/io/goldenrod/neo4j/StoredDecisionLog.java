package io.goldenrod.neo4j;

import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.Page;
import io.goldenrod.lineage.ChainedDecision;
import io.goldenrod.lineage.Decision;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads decisions in their order. */
public final class StoredDecisionLog implements DecisionLog {

    private final Database database;

    public StoredDecisionLog(Database database) {
        this.database = database;
    }

    @Override
    public Head head() {
        List<Row> rows = database.query(AuditStatement.READ_HEAD, Map.of());
        if (rows.isEmpty()) {
            return new Head(0, null, 1, 0);
        }
        Row row = rows.get(0);
        return new Head(row.number("seq"), row.text("hash"), row.number("first"), row.number("nodes"));
    }

    @Override
    public List<Link> links(long after, long to) {
        return database.query(AuditStatement.PAGE_LINKS, Map.of("after", after, "to", to, "limit", LINKS_MAX)).stream()
                .map(StoredDecisionLog::link)
                .toList();
    }

    private static Link link(Row row) {
        Number seq = (Number) row.value("seq");
        return new Link(seq.longValue(), seq instanceof Long, seq instanceof Long ? decision(row) : null);
    }

    /** Null when a property is not of the kind that is written: somebody else wrote it. */
    private static ChainedDecision decision(Row row) {
        try {
            Map<String, String> keys = new HashMap<>();
            for (String key : row.texts("keys")) {
                int equals = key.indexOf('=');
                keys.put(key.substring(0, equals), key.substring(equals + 1));
            }
            return new ChainedDecision(
                    row.number("seq"),
                    StoredNodes.instant(row.value("at")),
                    row.text("kind"),
                    row.text("policy"),
                    row.text("customer"),
                    row.text("other"),
                    row.text("linkClass"),
                    row.text("constraint"),
                    row.text("record"),
                    row.text("identifier"),
                    row.text("detail"),
                    row.text("request"),
                    row.texts("members"),
                    row.text("salt"),
                    keys,
                    row.text("hash"));
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public Optional<Long> beyond(long seq) {
        return database.query(AuditStatement.FIND_BEYOND, Map.of("seq", seq)).stream()
                .map(row -> row.number("seq"))
                .findFirst();
    }

    @Override
    public long last(Instant at) {
        return DecisionTimes.last(database::query, at);
    }

    @Override
    public Optional<Instant> at(long seq) {
        return database.query(ReadStatement.FIND_DECISION_TIMES, Map.of("seqs", List.of(seq))).stream()
                .map(row -> StoredValues.instant(row.value("at")))
                .findFirst();
    }

    @Override
    public Page<DecisionEntry> list(Filter filter, long after, int limit) {
        long start = Math.max(after, filter.from() - 1);
        boolean hasSubject = filter.customer() != null || !filter.members().isEmpty();
        // without a subject, only so many are looked at; the page says where to go on
        long end = hasSubject ? filter.to() : Math.min(filter.to(), start + LOOKED_AT_MAX);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", start);
        parameters.put("to", end);
        parameters.put("kind", filter.kind());
        parameters.put("limit", limit + 1);
        List<DecisionEntry> found = database.query(subject(filter, parameters), parameters).stream()
                .map(StoredCustomerReads::decision)
                .toList();
        if (found.size() > limit) {
            List<DecisionEntry> shown = found.subList(0, limit);
            return new Page<>(shown, Long.toString(shown.get(limit - 1).seq()));
        }
        return new Page<>(found, end < filter.to() ? Long.toString(end) : null);
    }

    @Override
    public Page<DecisionEntry> newest(Search search, long before, int limit) {
        long end = Math.min(before - 1, search.to());
        // without a subject, only so many are looked at; the page says where to go on
        long start = search.hasSubject() ? search.from() - 1 : Math.max(search.from() - 1, end - LOOKED_AT_MAX);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", start);
        parameters.put("to", end);
        parameters.put("kinds", search.kinds());
        parameters.put("request", search.request());
        parameters.put("policy", search.policy());
        parameters.put("limit", limit + 1);
        List<DecisionEntry> found = database.query(subject(search, parameters), parameters).stream()
                .map(StoredCustomerReads::decision)
                .toList();
        if (found.size() > limit) {
            List<DecisionEntry> shown = found.subList(0, limit);
            return new Page<>(shown, Long.toString(shown.get(limit - 1).seq()));
        }
        return new Page<>(found, start >= search.from() ? Long.toString(start + 1) : null);
    }

    private static AuditStatement subject(Search search, Map<String, Object> parameters) {
        String member = search.member();
        if (member != null) {
            boolean isRecord = member.startsWith(Decision.MEMBER_RECORD);
            parameters.put("member", member);
            parameters.put("record", isRecord ? member.substring(Decision.MEMBER_RECORD.length()) : null);
            parameters.put("identifier", isRecord ? null : member);
            parameters.put("other", null);
            parameters.put("customer", search.customer());
            return AuditStatement.LIST_NEWEST_OF_MEMBER;
        }
        parameters.put("id", search.customer());
        return search.customer() == null ? AuditStatement.LIST_NEWEST : AuditStatement.LIST_NEWEST_OF_CUSTOMER;
    }

    private static AuditStatement subject(Filter filter, Map<String, Object> parameters) {
        if (!filter.members().isEmpty()) {
            String member = filter.members().get(0);
            boolean isRecord = member.startsWith(Decision.MEMBER_RECORD);
            parameters.put("member", member);
            parameters.put("record", isRecord ? member.substring(Decision.MEMBER_RECORD.length()) : null);
            parameters.put("identifier", isRecord ? null : member);
            parameters.put(
                    "other", filter.members().size() > 1 ? filter.members().get(1) : null);
            parameters.put("customer", filter.customer());
            return AuditStatement.LIST_OF_MEMBER;
        }
        parameters.put("id", filter.customer());
        return filter.customer() == null ? AuditStatement.LIST_DECISIONS : AuditStatement.LIST_OF_CUSTOMER;
    }
}
