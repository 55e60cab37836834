package io.goldenrod.neo4j;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.CustomerReads.MemberIdentifier;
import io.goldenrod.graph.CustomerReads.MemberRecord;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.CustomerReads.Surroundings;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Ambiguity;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.graph.IdentifierLookup.Candidate;
import io.goldenrod.graph.Page;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.RecordReads.ObservedIdentifier;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.PastHolds;
import io.goldenrod.lineage.Succession;
import io.goldenrod.lineage.Succession.Standing;
import io.goldenrod.lineage.Turn.State;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Answers as of past moments: membership from decisions, contents from the versions of records, profiles anew. */
public final class StoredHistoryReads implements HistoryReads {

    /** Records that are looked at to name the candidates of an ambiguous identifier. */
    private static final int CANDIDATE_RECORDS_MAX = 1_000;

    private static final int HISTORY_MAX = RecordReads.HISTORY_MAX;

    private final Database database;
    private final PastPolicies policies;

    public StoredHistoryReads(Database database, Policy inForce) {
        this.database = database;
        this.policies = new PastPolicies(inForce);
    }

    private <T> T read(long seq, BiFunction<PastReader, Policy, T> question) {
        return database.read(runner -> question.apply(new PastReader(runner, seq), policies.of(runner, seq)));
    }

    @Override
    public Optional<Customer> customer(String id, long seq) {
        return read(
                seq,
                (past, policy) -> past.succession(List.of(id))
                        .at(id, seq)
                        .map(standing -> customer(past, id, standing, seq, policy)));
    }

    private static Customer customer(PastReader past, String id, Standing standing, long seq, Policy policy) {
        String current = standing.current();
        boolean active = standing.state() == State.ACTIVE;
        SortedSet<String> members = active ? past.members(current) : new TreeSet<>();
        List<String> records = recordsOf(members);
        List<String> identifiers = identifiersOf(members);
        GoldenProfile profile = GoldenProfile.EMPTY;
        for (GoldenProfile said :
                past.contents(records, false, false, row -> said(row, policy)).values()) {
            profile = profile.with(said, policy);
        }
        return new Customer(
                current,
                id,
                standing.chain(),
                active ? Status.ACTIVE : Status.RETIRED,
                mergedFrom(past, current, seq),
                past.createdAt(current),
                null,
                0,
                records.size(),
                identifiers.size(),
                past.holds(members).held().size(),
                StoredValues.profile(ProfileJson.write(profile, policy)),
                identifiers(past, identifiers, CustomerReads.PROFILE_IDENTIFIERS_MAX));
    }

    /** What one record said, and stewards by it. */
    private static GoldenProfile said(Row row, Policy policy) {
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
        return GoldenProfile.of(record, PinJson.read(row.text("pins"), key), policy);
    }

    private static List<String> mergedFrom(PastReader past, String customer, long seq) {
        SortedSet<String> absorbed = past.absorbed(customer);
        Succession succession = past.succession(absorbed);
        return absorbed.stream()
                .filter(id -> succession
                        .at(id, seq)
                        .filter(standing -> standing.chain().contains(customer))
                        .isPresent())
                .limit(CustomerReads.FORMER_MAX)
                .toList();
    }

    @Override
    public Page<MemberRecord> records(String customerId, long seq, String after, int limit) {
        return read(seq, (past, policy) -> {
            List<String> shown = after(recordsOf(past.members(customerId)), after, limit);
            Map<String, MemberRecord> said = past.contents(
                    head(shown, limit),
                    false,
                    false,
                    row -> new MemberRecord(
                            row.text("source"),
                            row.text("recordId"),
                            StoredValues.instant(row.value("observedAt")),
                            StoredCustomerReads.values(row.text("attributes"))));
            return new Page<>(List.copyOf(said.values()), shown.size() > limit ? shown.get(limit - 1) : null);
        });
    }

    @Override
    public Page<MemberIdentifier> identifiers(String customerId, long seq, String after, int limit) {
        return read(
                seq,
                (past, policy) ->
                        identifiers(past, after(identifiersOf(past.members(customerId)), after, limit), limit));
    }

    /** The first so many; there are more where it is given more. */
    private static Page<MemberIdentifier> identifiers(PastReader past, List<String> keys, int limit) {
        Map<String, MemberIdentifier> counted = new TreeMap<>();
        for (Row row : past.carrierCounts(head(keys, limit))) {
            Identifier identifier = Identifier.parse(row.text("key"));
            counted.put(
                    row.text("key"),
                    new MemberIdentifier(
                            identifier.type(),
                            identifier.value(),
                            StoredValues.instant(row.value("firstSeen")),
                            StoredValues.instant(row.value("lastSeen")),
                            row.texts("sources").stream().sorted().toList(),
                            row.number("records")));
        }
        return new Page<>(List.copyOf(counted.values()), keys.size() > limit ? keys.get(limit - 1) : null);
    }

    @Override
    public Surroundings graph(String customerId, long seq, int depth, int nodesMax) {
        return read(
                seq,
                (past, policy) ->
                        new SurroundingsReader(new PastSteps(past, policy), nodesMax).read(customerId, depth));
    }

    @Override
    public Optional<RecordEntry> record(RecordKey key, long seq) {
        return database.read(runner -> {
            PastReader past = new PastReader(runner, seq);
            Policy policy = policies.of(runner, seq);
            return past
                    .contents(List.of(key.toString()), true, true, row -> entry(past, runner, key, row, seq, policy))
                    .values()
                    .stream()
                    .findFirst();
        });
    }

    private static RecordEntry entry(
            PastReader past, StatementRunner runner, RecordKey key, Row row, long seq, Policy policy) {
        String member = Decision.member(key);
        String customer = past.owners(List.of(member)).get(member);
        List<String> identifiers = row.texts("identifiers").stream().sorted().toList();
        Map<String, String> owners = past.owners(identifiers);
        PastHolds holds = past.holds(identifiers);
        List<ObservedIdentifier> observed = new ArrayList<>();
        for (String each : identifiers) {
            Identifier identifier = Identifier.parse(each);
            Decision held = holds.held(key.toString(), each);
            observed.add(new ObservedIdentifier(
                    identifier.type(),
                    identifier.value(),
                    owners.get(each),
                    owners.containsKey(each) ? null : PastIdentifiers.suppressed(identifier, holds, policy),
                    held == null ? null : held.constraint(),
                    held == null ? null : held.detail()));
        }
        List<DecisionEntry> history = customer == null ? List.of() : history(past, runner, key, customer, seq);
        boolean cut = history.size() > HISTORY_MAX;
        return new RecordEntry(
                key,
                row.text("payload"),
                StoredValues.instant(row.value("observedAt")),
                row.value("place") == null ? 0 : row.number("place"),
                customer,
                observed,
                ProfileJson.readAttributes(row.text("attributes")),
                ProfileJson.readConsent(row.text("consent")),
                cut ? history.subList(history.size() - HISTORY_MAX, history.size()) : history,
                cut);
    }

    private static List<DecisionEntry> history(
            PastReader past, StatementRunner runner, RecordKey key, String customer, long seq) {
        List<String> ids = new ArrayList<>(mergedFrom(past, customer, seq));
        ids.add(customer);
        Map<String, Object> parameters = Map.of(
                "ids",
                ids,
                "key",
                key.toString(),
                "member",
                Decision.member(key),
                "seq",
                seq,
                "limit",
                HISTORY_MAX + 1);
        return runner.run(HistoryStatement.LIST_DECISIONS, parameters).stream()
                .map(StoredCustomerReads::decision)
                .toList();
    }

    @Override
    public Answer resolve(Identifier identifier, long seq) {
        return read(seq, (past, policy) -> {
            String key = identifier.key();
            String owner = past.owners(List.of(key)).get(key);
            if (owner != null) {
                return Answer.matched(owner);
            }
            Set<String> carriers =
                    past.carriers(List.of(key), CANDIDATE_RECORDS_MAX + 1).getOrDefault(key, Set.of());
            if (carriers.isEmpty()) {
                return Answer.UNKNOWN;
            }
            String suppressed = PastIdentifiers.suppressed(identifier, past.holds(List.of(key)), policy);
            Ambiguity why = suppressed == null ? Ambiguity.HELD : Ambiguity.valueOf(suppressed);
            List<Candidate> candidates = candidates(past, carriers);
            int shown = Math.min(candidates.size(), IdentifierLookup.CANDIDATES_MAX);
            boolean cut = carriers.size() > CANDIDATE_RECORDS_MAX || shown < candidates.size();
            return Answer.ambiguous(why, candidates.subList(0, shown), cut);
        });
    }

    private static List<Candidate> candidates(PastReader past, Set<String> carriers) {
        List<String> members = carriers.stream()
                .limit(CANDIDATE_RECORDS_MAX)
                .map(key -> Decision.MEMBER_RECORD + key)
                .toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        past.owners(members).values().forEach(owner -> counts.merge(owner, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(each -> new Candidate(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Candidate::records).reversed().thenComparing(Candidate::customerId))
                .toList();
    }

    private static List<String> recordsOf(Collection<String> members) {
        return members.stream()
                .filter(member -> member.startsWith(Decision.MEMBER_RECORD))
                .map(member -> member.substring(Decision.MEMBER_RECORD.length()))
                .toList();
    }

    private static List<String> identifiersOf(Collection<String> members) {
        return members.stream()
                .filter(member -> !member.startsWith(Decision.MEMBER_RECORD))
                .toList();
    }

    /** One more than the limit, where there are as many, from after a key. */
    private static List<String> after(List<String> keys, String after, int limit) {
        return keys.stream()
                .filter(key -> key.compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
    }

    private static List<String> head(List<String> keys, int limit) {
        return keys.subList(0, Math.min(limit, keys.size()));
    }
}
