package io.goldenrod.console.policy;

import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.lineage.Decision;
import io.goldenrod.revision.PolicyDifference;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What another policy would change, as it is shown. */
@Component
class Differences {

    private final CustomerReads customers;
    private final CustomerHead.Finder heads;
    private final Values values;

    Differences(CustomerReads customers, CustomerHead.Finder heads, Values values) {
        this.customers = customers;
        this.heads = heads;
        this.values = values;
    }

    /** A customer. @param name null when nothing names it */
    record Named(Shown customer, Shown name) {}

    /** @param why explains how two of them stand to each other today */
    record Merge(List<Named> customers, int left, int records, String why) {}

    record Part(Shown record, int records) {}

    /** @param why explains what holds its two largest parts together today */
    record Split(Named customer, List<Part> parts, int left, int records, String why) {}

    record Suppression(Shown identifier, int records) {}

    record Link(Shown left, Shown right, String constraint, Shown detail, Double weight, String why) {}

    record Concerned(Named customer, List<String> changes) {}

    /** All of it. @param counts of the changed values by attribute */
    record Result(
            PolicyDifference counts,
            boolean isNone,
            List<Merge> merged,
            List<Split> split,
            List<Suppression> suppressed,
            List<Suppression> unsuppressed,
            List<Link> held,
            List<Link> matchesAdded,
            List<Link> matchesRemoved,
            List<Concerned> sample,
            List<Map.Entry<String, Long>> changedValues) {}

    Result shown(PolicyDifference found) {
        PolicyDifference.Examples examples = found.examples();
        return new Result(
                found,
                isNone(found),
                examples.merged().stream().map(this::merge).toList(),
                examples.split().stream().map(this::split).toList(),
                examples.suppressed().stream().map(this::suppression).toList(),
                examples.unsuppressed().stream().map(this::suppression).toList(),
                examples.held().stream()
                        .map(each -> new Link(
                                member(each.record()),
                                member(each.other()),
                                each.constraint(),
                                values.words(each.detail()),
                                null,
                                Links.why(full(each.record()), full(each.other()))))
                        .toList(),
                examples.matchesAdded().stream().map(this::match).toList(),
                examples.matchesRemoved().stream().map(this::match).toList(),
                found.sample().stream()
                        .map(each -> new Concerned(named(each.customerId()), each.changes()))
                        .toList(),
                List.copyOf(found.changedValues().entrySet()));
    }

    private static boolean isNone(PolicyDifference found) {
        long all = found.reread()
                + found.merged()
                + found.split()
                + found.moved()
                + found.changed()
                + found.suppressed()
                + found.unsuppressed()
                + found.held()
                + found.released()
                + found.matchesAdded()
                + found.matchesRemoved()
                + found.matchesReweighted();
        return all == 0;
    }

    private Merge merge(PolicyDifference.Merge merge) {
        List<String> ids = merge.customerIds();
        return new Merge(
                ids.stream().map(this::named).toList(),
                merge.customers() - ids.size(),
                merge.records(),
                ids.size() < 2 ? null : Links.why(ids.get(0), ids.get(1)));
    }

    private Split split(PolicyDifference.Split split) {
        List<PolicyDifference.Part> parts = split.largest();
        return new Split(
                named(split.customerId()),
                parts.stream()
                        .map(part -> new Part(member(part.record()), part.records()))
                        .toList(),
                split.parts() - parts.size(),
                split.records(),
                parts.size() < 2
                        ? null
                        : Links.why(
                                full(parts.get(0).record()), full(parts.get(1).record())));
    }

    private Suppression suppression(PolicyDifference.Suppression each) {
        return new Suppression(values.identifier(each.type(), each.value()), each.records());
    }

    private Link match(PolicyDifference.Match match) {
        return new Link(
                member(match.left()),
                member(match.right()),
                null,
                null,
                match.weight(),
                Links.why(full(match.left()), full(match.right())));
    }

    private Named named(String customer) {
        return new Named(
                values.customer(customer),
                customers
                        .customer(customer)
                        .map(heads::head)
                        .map(CustomerHead::name)
                        .orElse(null));
    }

    private Shown member(String member) {
        return values.member(full(member));
    }

    /** Records stand with and without their word. */
    private static String full(String member) {
        int colon = member.indexOf(':');
        int slash = member.indexOf('/');
        boolean isBareRecord = slash > 0 && (colon < 0 || slash < colon);
        return isBareRecord ? Decision.MEMBER_RECORD + member : member;
    }
}
