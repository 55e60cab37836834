package io.goldenrod.boot;

import io.goldenrod.boot.Demonstration.Answers;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.CustomerReads.MemberRecord;
import io.goldenrod.graph.Page;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.RecordReads.ObservedIdentifier;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.graph.StatisticsReads.Counts;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What became of the demonstration's records, for people at a terminal: plain text, at most 100 columns. */
@Component
@Profile("demo")
final class DemonstrationReport {

    /** Two customers whose records came in pieces, in two different ways. */
    static final List<RecordKey> EXAMPLES = List.of(new RecordKey("crm", "1001"), new RecordKey("crm", "1002"));

    /** Somebody whose e-mail address another person shares. */
    static final RecordKey HELD = new RecordKey("crm", "1010");

    private final StatisticsReads statistics;
    private final CustomerReads customers;
    private final RecordReads records;

    DemonstrationReport(StatisticsReads statistics, CustomerReads customers, RecordReads records) {
        this.statistics = statistics;
        this.customers = customers;
        this.records = records;
    }

    void print(Answers answers, String url, PrintStream out) {
        out.println();
        out.printf(
                "The demonstration's %d lines, from crm, web, pos, support and loyalty, of invented people:%n",
                answers.lines());
        if (answers.changedNothing()) {
            out.printf(
                    "taken in before, so nothing changed (%d the same, %d older than what is known)%n",
                    answers.count(Outcome.UNCHANGED), answers.count(Outcome.STALE));
        }
        out.println();
        table(answers, out);
        EXAMPLES.forEach(example -> customer(example, out));
        heldLink(out);
        addresses(url, out);
        out.flush();
    }

    private void table(Answers answers, PrintStream out) {
        Counts counts = statistics.counts();
        row(out, "records", counts.records(), "what the sources said, each once and in its newest version");
        row(out, "customers", counts.customers(), "the people that they are about");
        row(out, "merges", counts.merges(), "customers that a later record showed to be one");
        row(out, "held links", counts.held(), "shared values that must not join, with the rule that says so");
        row(out, "suppressed identifiers", counts.suppressed(), "carried by too many, or placeholders");
        row(out, "refused lines", answers.refused(), "in quarantine, with what is wrong with each");
    }

    private static void row(PrintStream out, String what, long count, String meaning) {
        out.printf("  %-22s %6d   %s%n", what, count, meaning);
    }

    private void customer(RecordKey example, PrintStream out) {
        Customer customer = customerOf(example);
        if (customer == null) {
            return;
        }
        out.printf("%n%s is customer %s%n", nameOf(customer), customer.id());
        Map<String, Instant> observed = new HashMap<>();
        for (MemberRecord record :
                customers.records(customer.id(), "", Page.ITEMS_MAX).items()) {
            observed.put(record.source() + "/" + record.recordId(), record.observedAt());
        }
        List<DecisionEntry> decisions =
                customers.lineage(customer.id(), 0, Page.ITEMS_MAX).items();
        Map<String, String> founders = new HashMap<>();
        for (DecisionEntry decision : decisions) {
            if (decision.kind().equals("CREATED")) {
                founders.put(decision.customer(), decision.record());
            }
        }
        for (DecisionEntry decision : decisions) {
            String what = inWords(decision, founders);
            if (what != null && observed.containsKey(decision.record())) {
                String day = observed.get(decision.record()).toString().substring(0, 10);
                out.printf("  %s %s (observed %s)%n", decision.record(), what, day);
            }
        }
    }

    /** Null for decisions that are not about how the customer came to be. */
    private static String inWords(DecisionEntry decision, Map<String, String> founders) {
        switch (decision.kind()) {
            case "CREATED":
                return "came first";
            case "JOINED":
                return "joined over " + spaced(decision.identifier());
            case "MERGED":
                return "brought in " + founders.get(decision.other()) + " over " + spaced(decision.identifier());
            default:
                return null;
        }
    }

    private void heldLink(PrintStream out) {
        RecordEntry record = records.record(HELD).orElse(null);
        if (record == null) {
            return;
        }
        for (ObservedIdentifier identifier : record.identifiers()) {
            Customer owner = identifier.held() == null || identifier.customerId() == null
                    ? null
                    : customers.customer(identifier.customerId()).orElse(null);
            if (owner != null) {
                String carried = identifier.type() + " " + identifier.value();
                out.printf("%nA link that is held: %s to %s%n", record.key(), carried);
                out.printf(
                        "  it would make one of %s and %s; %s: %s%n",
                        nameOf(customerOf(HELD)), nameOf(owner), identifier.held(), identifier.detail());
                return;
            }
        }
    }

    private void addresses(String url, PrintStream out) {
        out.printf("%nTo try:%n");
        out.printf("  %s/ in a browser%n", url);
        out.printf("  %s/v1/resolve?type=email&value=ada.lindqvist@example.org%n", url);
        Customer customer = customerOf(EXAMPLES.get(0));
        if (customer != null) {
            out.printf("  %s/v1/customers/%s%n", url, customer.id());
            out.printf("  %s/v1/customers/%s/lineage%n", url, customer.id());
        }
        out.printf("  %s/v1/resolve?type=email&value=till3@shop.example.org%n", url);
        out.printf("  %s/v1/quarantine%n", url);
        out.printf("  %s/v1/stats%n", url);
        out.printf("  %s/docs%n%n", url);
    }

    private Customer customerOf(RecordKey key) {
        return records.record(key)
                .flatMap(record -> customers.customer(record.customerId()))
                .orElse(null);
    }

    private static String nameOf(Customer customer) {
        var names = customer.profile().attributes().get("fullName");
        return names == null ? customer.id() : String.valueOf(names.get(0).value());
    }

    private static String spaced(String identifier) {
        return identifier == null ? "what it shares" : identifier.replaceFirst(":", " ");
    }
}
