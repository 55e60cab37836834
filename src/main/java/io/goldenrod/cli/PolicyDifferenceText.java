package io.goldenrod.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What another policy would change, for people. */
final class PolicyDifferenceText {

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> result;

    private PolicyDifferenceText(Map<String, Object> result) {
        this.result = result;
    }

    /** @param result as the service answers it */
    static String of(Map<String, Object> result) {
        return new PolicyDifferenceText(result).write();
    }

    private String write() {
        line(
                "%,d records, %,d of them read otherwise; %,d customers, %,d after",
                count("records"), count("reread"), count("customers"), count("customersAfter"));
        line(
                "customers: %,d part of a larger one, %,d fall apart (%,d records to others), %,d with other values",
                count("merged"), count("split"), count("moved"), count("changed"));
        if (result.get("changedValues") instanceof Map<?, ?> values && !values.isEmpty()) {
            List<String> named = new ArrayList<>();
            values.forEach((name, count) -> named.add(name + " " + count));
            line("values: %s", String.join(", ", named));
        }
        line(
                "identifiers: %,d no longer link, %,d link again; links: %,d held, %,d released",
                count("suppressed"), count("unsuppressed"), count("held"), count("released"));
        line(
                "matches: %,d added, %,d removed, %,d of another weight",
                count("matchesAdded"), count("matchesRemoved"), count("matchesReweighted"));
        examples("merged", each -> "  one customer of " + each.get("customers") + ": " + each.get("customerIds"));
        examples(
                "split",
                each -> "  " + each.get("customerId") + " falls into " + each.get("parts") + ": "
                        + parts(each.get("largest")));
        examples(
                "suppressed",
                each -> "  no longer links: " + each.get("type") + ", of " + each.get("records") + " records");
        examples(
                "unsuppressed",
                each -> "  links again: " + each.get("type") + ", of " + each.get("records") + " records");
        examples(
                "held",
                each -> "  held: " + each.get("record") + " and " + each.get("other") + ", " + each.get("constraint"));
        return text.toString();
    }

    private static String parts(Object parts) {
        List<String> named = new ArrayList<>();
        if (parts instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> part) {
                    named.add(part.get("records") + " with " + part.get("record"));
                }
            }
        }
        return String.join(", ", named);
    }

    private interface Shown {
        String of(Map<?, ?> example);
    }

    private void examples(String kind, Shown shown) {
        if (result.get("examples") instanceof Map<?, ?> examples && examples.get(kind) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> example) {
                    text.append(shown.of(example)).append('\n');
                }
            }
        }
    }

    private long count(String name) {
        return result.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
