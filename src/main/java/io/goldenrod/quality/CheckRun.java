package io.goldenrod.quality;

import io.goldenrod.graph.GraphScan;
import io.goldenrod.graph.GraphScan.Carried;
import io.goldenrod.graph.GraphScan.CustomerRow;
import io.goldenrod.graph.GraphScan.DecisionRow;
import io.goldenrod.graph.GraphScan.IdentifierRow;
import io.goldenrod.graph.GraphScan.Observed;
import io.goldenrod.graph.GraphScan.Part;
import io.goldenrod.graph.GraphScan.RecordRow;
import io.goldenrod.graph.GraphScan.Standing;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import io.goldenrod.quality.CheckReport.Finding;
import io.goldenrod.quality.CheckReport.Kind;
import io.goldenrod.quality.Member.Link;
import io.goldenrod.resolution.Sharing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** One way through the graph: customers, identifiers, records, then customers once more, and decisions. */
final class CheckRun {

    private final GraphScan graph;
    private final Rules rules;
    private final Sharing sharing;
    private final Findings findings = new Findings();
    private final WholePartition partition;
    private final PairCheck pairs;
    private final HistoryCheck history;

    /** Whether a decision tells where it came from, by ID of every customer that ever was. */
    private final Map<String, Boolean> originOfCustomer = new HashMap<>();

    private final Map<String, Member> identifiers = new HashMap<>();
    private final List<Member> records = new ArrayList<>();
    private Standing before;
    private Standing after;
    private long decisions;
    private long lastDecision;
    private long merges;
    private long lastPlace;
    private final Map<String, String> firstOfPolicy = new TreeMap<>();
    private final Map<String, String> firstOfSource = new TreeMap<>();

    /** @param matcher null when there is no matching */
    CheckRun(GraphScan graph, Rules rules, Matcher matcher) {
        this.graph = graph;
        this.rules = rules;
        this.sharing = new Sharing(rules.policy());
        this.pairs = matcher == null ? null : new PairCheck(graph.pairs(), matcher, findings);
        this.history = new HistoryCheck(graph, findings);
        this.partition = new WholePartition(rules, pairs, findings);
    }

    void run() {
        before = graph.standing();
        var summaries = new CustomerCheck(graph, rules, findings, partition);
        pages(graph::customers, this::takeCustomer, "a customer");
        pages(graph::identifiers, this::takeIdentifier, "an identifier");
        pages(graph::records, this::takeRecord, "a record");
        history.finish();
        if (pairs != null) {
            pages(graph::blocks, pairs::takeBlock, "a block");
            pairs.finish(records);
        }
        new WordCheck(graph, findings).take(records, identifiers);
        partitionAll();
        pages(graph::customers, summaries::take, null);
        summaries.finish();
        takeDecisions();
        checkChain();
        after = graph.standing();
        compareNames();
        if (!moved()) {
            compareCounts();
        }
    }

    Findings findings() {
        return findings;
    }

    /** Whether anything was written meanwhile: every batch that changes something counts. */
    boolean moved() {
        return !before.equals(after);
    }

    CheckReport report(List<Finding> lasting, long total) {
        return new CheckReport(records.size(), identifiers.size(), originOfCustomer.size(), decisions, lasting, total);
    }

    private <T> void pages(Function<String, Part<T>> read, Consumer<T> take, String what) {
        String last = "";
        while (last != null) {
            Part<T> part = read.apply(last);
            part.rows().forEach(take);
            if (what != null) {
                part.unreadable().forEach(key -> findings.add(Kind.UNREADABLE, key, "unreadable", what));
            }
            last = part.last();
        }
    }

    private void takeCustomer(CustomerRow row) {
        originOfCustomer.put(row.state().id(), false);
    }

    private void takeIdentifier(IdentifierRow row) {
        StoredIdentifier stored = row.state();
        Identifier identifier = stored.identifier();
        String key = identifier.key();
        String customer = pointer(key, stored.customer(), row.resolvedTo(), false);
        history.take(key, customer);
        Member member = new Member(key, identifier, customer, 0, Traits.NONE);
        member.heldStored = stored.held();
        identifiers.put(key, member);
        Carried carried = row.carried();
        if (carried.records() == 0) {
            findings.add(Kind.EMPTY, key, "an identifier", "nothing: no record carries it");
            member.linking = false;
            return;
        }
        SortedSet<String> companions = companions(identifier, carried);
        String suppressed = sharing.verdict(identifier, companions);
        member.linking = suppressed == null;
        if (stored.suppressed() == null
                ? suppressed != null
                : !stored.suppressed().equals(suppressed)) {
            findings.add(Kind.SUPPRESSED, key, verdict(stored.suppressed()), verdict(suppressed));
        }
        findings.compare(Kind.IDENTIFIER, key, "records", stored.records(), carried.records());
        findings.compare(Kind.IDENTIFIER, key, "first seen", stored.firstSeen(), carried.firstSeen());
        findings.compare(Kind.IDENTIFIER, key, "last seen", stored.lastSeen(), carried.lastSeen());
        findings.compare(Kind.IDENTIFIER, key, "sources", stored.sources(), carried.sources());
        findings.compareHidden(Kind.IDENTIFIER, key, "companions", stored.companions(), companions);
    }

    private SortedSet<String> companions(Identifier identifier, Carried carried) {
        var policy = rules.policy();
        if (policy.type(identifier.type()) == null) {
            return new TreeSet<>();
        }
        List<Identifier> others = new ArrayList<>(carried.others());
        others.removeIf(each -> policy.type(each.type()) == null);
        List<Identifier> denied = new ArrayList<>(others);
        denied.add(identifier);
        denied.removeIf(each -> !policy.type(each.type()).blocks(each.value()));
        return sharing.cut(identifier, sharing.companions(identifier, others, carried.names(), denied));
    }

    private static String verdict(String suppressed) {
        return suppressed == null ? "linking" : suppressed;
    }

    /** The one customer that a member points at, or null. */
    private String pointer(String subject, String named, List<String> resolvedTo, boolean required) {
        String customer = resolvedTo.isEmpty() ? null : resolvedTo.get(0);
        boolean fits = resolvedTo.size() <= 1 && (named == null ? customer == null : named.equals(customer));
        if (!fits || required && customer == null) {
            findings.add(Kind.POINTER, subject, "named " + named + ", pointed at " + resolvedTo, "both one");
        }
        if (customer != null && !originOfCustomer.containsKey(customer)) {
            findings.add(Kind.MEMBERSHIP, subject, customer, "a customer that is there");
        }
        return customer;
    }

    private void takeRecord(RecordRow row) {
        String key = row.record().key().toString();
        String subject = Decision.member(row.record().key());
        String customer = pointer(subject, row.customer(), row.resolvedTo(), true);
        history.take(subject, customer);
        Member record = new Member(key, null, customer, row.seq(), rules.traits(row.record()));
        records.add(record);
        if (pairs != null) {
            pairs.takeRecord(row);
        }
        if (!row.copies().isEmpty()) {
            findings.add(Kind.RECORD, subject, "other " + row.copies(), "what was said");
        }
        lastPlace = Math.max(lastPlace, row.seq());
        firstOfSource.putIfAbsent(row.record().key().source(), subject);
        Set<String> once = new HashSet<>();
        for (Observed observed : row.links()) {
            String identifier = observed.identifier().key();
            if (!once.add(identifier)) {
                findings.add(Kind.RECORD, subject + "|" + identifier, "linked twice", "linked once");
                continue;
            }
            findings.compare(
                    Kind.RECORD,
                    subject + "|" + identifier,
                    "at",
                    observed.at(),
                    row.record().observedAt());
            Member other = identifiers.computeIfAbsent(identifier, absent -> strange(observed.identifier()));
            Link link = Link.observed(record, other, observed.at().toEpochMilli(), observed.held(), observed.detail());
            if (other.linking) {
                Member.join(link);
            } else if (observed.held() != null) {
                findings.add(Kind.HELD, "record:" + link.key(), observed.held(), "not held: it does not link");
            }
        }
    }

    /** One that came, or became unreadable, after identifiers were read. */
    private static Member strange(Identifier identifier) {
        Member member = new Member(identifier.key(), identifier, null, 0, Traits.NONE);
        member.linking = false;
        return member;
    }

    private void partitionAll() {
        for (Member record : records) {
            if (record.root() == record) {
                partition.take(record);
            }
        }
        for (Member identifier : identifiers.values()) {
            if (identifier.root() == identifier) {
                partition.take(identifier);
            }
        }
    }

    private void takeDecisions() {
        List<DecisionRow> rows = graph.decisions(0);
        while (!rows.isEmpty()) {
            for (DecisionRow row : rows) {
                if (row.seq() != lastDecision + 1) {
                    findings.add(Kind.LINEAGE, "decision " + (lastDecision + 1), "missing", "there");
                }
                lastDecision = row.seq();
                decisions++;
                takeDecision(row);
            }
            rows = graph.decisions(lastDecision);
        }
        originOfCustomer.forEach((id, told) -> {
            if (!told) {
                findings.add(Kind.LINEAGE, id, "no decision that tells where it came from", "CREATED or SPLIT");
            }
        });
    }

    private void checkChain() {
        ChainReport chain = new ChainCheck(graph.log()).run();
        if (!chain.isIntact()) {
            Long seq = chain.broken().seq();
            String subject = seq == null ? "a decision without a number" : "decision " + seq;
            findings.add(Kind.CHAIN, subject, chain.broken().reason().text(), "a link of the chain");
        }
    }

    private void takeDecision(DecisionRow row) {
        String subject = "decision " + row.seq();
        Set<String> named = new TreeSet<>();
        if (row.customer() != null) {
            named.add(row.customer());
        }
        if (row.other() != null) {
            named.add(row.other());
        }
        findings.compare(Kind.LINEAGE, subject, "concerns", new TreeSet<>(row.concerns()), named);
        firstOfPolicy.putIfAbsent(String.valueOf(row.policy()), subject);
        switch (String.valueOf(row.kind())) {
            case "MERGED" -> merges++;
            case "CREATED" -> originOfCustomer.replace(row.customer(), true);
            case "SPLIT" -> originOfCustomer.replace(row.other(), true);
            default -> {
                // tells nothing that is counted here
            }
        }
    }

    private void compareNames() {
        firstOfPolicy.forEach((policy, subject) -> {
            if (!after.policies().contains(policy)) {
                findings.add(Kind.POLICY, subject, policy, "a policy that is known");
            }
        });
        firstOfSource.forEach((source, subject) -> {
            if (!after.sources().contains(source)) {
                findings.add(Kind.RECORD, subject, "no source " + source, "one that is there");
            }
        });
    }

    private void compareCounts() {
        findings.compare(Kind.COUNTER, "decisions", "last", after.decisions(), lastDecision);
        findings.compare(Kind.COUNTER, "merges", "counted", after.merges(), merges);
        if (after.records() < lastPlace) {
            findings.add(Kind.COUNTER, "records", "last " + after.records(), "last " + lastPlace + " or more");
        }
        compareNodes("Customer", originOfCustomer.size());
        compareNodes("Identifier", identifiers.size());
        compareNodes("Record", records.size());
        compareNodes("Decision", decisions);
    }

    private void compareNodes(String label, long seen) {
        findings.compare(Kind.COUNTER, label, "nodes", after.nodes().getOrDefault(label, 0L), seen);
    }
}
