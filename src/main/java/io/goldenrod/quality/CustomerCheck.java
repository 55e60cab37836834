package io.goldenrod.quality;

import io.goldenrod.golden.Candidate;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.GraphScan;
import io.goldenrod.graph.GraphScan.CustomerRow;
import io.goldenrod.graph.GraphScan.Successor;
import io.goldenrod.graph.Membership;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.partition.Rules;
import io.goldenrod.quality.CheckReport.Kind;
import io.goldenrod.quality.Member.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Compares what is kept of customers with what their members say; their records are read again for the profiles. */
final class CustomerCheck {

    /** Records that are read at once, or those of one customer. */
    private static final long RECORDS_MAX = 2_000;

    private final GraphScan graph;
    private final Rules rules;
    private final Findings findings;
    private final WholePartition partition;

    private final List<StoredCustomer> waiting = new ArrayList<>();
    private long recordsWaiting;

    CustomerCheck(GraphScan graph, Rules rules, Findings findings, WholePartition partition) {
        this.graph = graph;
        this.rules = rules;
        this.findings = findings;
        this.partition = partition;
    }

    void take(CustomerRow row) {
        StoredCustomer customer = row.state();
        checkStatus(row);
        Cluster cluster = partition.clusterOf(customer.id());
        if (!row.status().equals("ACTIVE")) {
            if (cluster != null) {
                findings.add(Kind.MEMBERSHIP, cluster.first.subject(), customer.id(), "an active customer");
            }
            return;
        }
        if (cluster == null) {
            findings.add(Kind.EMPTY, customer.id(), "active", "with a record, or RETIRED");
            return;
        }
        if (!row.copies().isEmpty()) {
            findings.add(Kind.PROFILE, customer.id(), "other " + row.copies(), "as in the profile");
        }
        compare(customer, cluster);
        waiting.add(customer);
        recordsWaiting += cluster.records;
        if (recordsWaiting >= RECORDS_MAX) {
            finish();
        }
    }

    private void checkStatus(CustomerRow row) {
        String id = row.state().id();
        boolean active = row.status().equals("ACTIVE");
        boolean merged = row.status().equals("MERGED");
        if (!active && !merged && !row.status().equals("RETIRED")) {
            findings.add(Kind.STATUS, id, row.status(), "ACTIVE, MERGED or RETIRED");
        }
        if (row.former() == active) {
            findings.add(
                    Kind.STATUS,
                    id,
                    row.status() + (row.former() ? " with" : " without") + " label Former",
                    "the label unless ACTIVE");
        }
        if (merged == row.successors().isEmpty()) {
            findings.add(
                    Kind.STATUS, id, row.status() + " into " + row.successors().size(), "MERGED into some");
        }
        long founders = row.successors().stream().filter(Successor::founder).count();
        if (merged && founders != 1) {
            findings.add(Kind.STATUS, id, founders + " successors with its founder", "1");
        }
        for (Successor successor : row.successors()) {
            if (Objects.equals(successor.status(), "MERGED") || successor.id().equals(id)) {
                findings.add(Kind.STATUS, id, "merged into " + successor.id() + ", which is merged", "one hop");
            }
        }
    }

    private void compare(StoredCustomer stored, Cluster cluster) {
        String id = stored.id();
        findings.compare(Kind.CUSTOMER, id, "records", stored.records(), cluster.records);
        findings.compare(Kind.CUSTOMER, id, "identifiers", stored.identifiers(), cluster.identifiers);
        findings.compare(Kind.CUSTOMER, id, "links", stored.links(), cluster.links);
        findings.compare(Kind.CUSTOMER, id, "held", stored.held(), cluster.held);
        findings.compare(Kind.CUSTOMER, id, "bond", stored.bond(), cluster.bond);
        findings.compare(Kind.CUSTOMER, id, "known", stored.traits().known(), cluster.traits.known());
        findings.compare(Kind.CUSTOMER, id, "counts", stored.traits().counts(), cluster.traits.counts());
        findings.compareHidden(Kind.CUSTOMER, id, "claims", stored.traits().claims(), cluster.traits.claims());
    }

    /** Checks the profiles of those that wait for it. */
    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, List<Membership.Member>> records =
                graph.recordsOf(waiting.stream().map(StoredCustomer::id).toList());
        for (StoredCustomer customer : waiting) {
            List<Membership.Member> own = records.getOrDefault(customer.id(), List.of());
            if (own.stream().noneMatch(record -> record.key().equals(customer.founder()))) {
                findings.add(Kind.FOUNDER, customer.id(), "record:" + customer.founder(), "one of its records");
            }
            GoldenProfile computed = GoldenProfile.EMPTY;
            for (Membership.Member record : own) {
                GoldenProfile said = GoldenProfile.of(record.record(), record.pins(), rules.policy());
                computed = computed.with(said, rules.policy());
            }
            compare(customer, computed);
        }
        waiting.clear();
        recordsWaiting = 0;
    }

    private void compare(StoredCustomer customer, GoldenProfile computed) {
        GoldenProfile stored = customer.profile();
        findings.compareHidden(Kind.PROFILE, customer.id(), "consent", stored.consent(), computed.consent());
        if (computed.pins().size() < GoldenProfile.ATTRIBUTES_MAX) {
            findings.compareHidden(Kind.PROFILE, customer.id(), "pins", stored.pins(), computed.pins());
        }
        if (computed.attributes().size() >= GoldenProfile.ATTRIBUTES_MAX) {
            return;
        }
        var names = new TreeSet<>(stored.attributes().keySet());
        names.addAll(computed.attributes().keySet());
        for (String name : names) {
            List<Candidate> values = computed.attributes().get(name);
            // what was cut off depends on when; see the limits of a profile
            if (values == null || values.size() < GoldenProfile.CANDIDATES_MAX) {
                findings.compareHidden(
                        Kind.PROFILE, customer.id(), name, stored.attributes().get(name), values);
            }
        }
    }
}
