package io.goldenrod.partition;

import io.goldenrod.policy.Contested;
import io.goldenrod.policy.Veto;
import io.goldenrod.policy.Window;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.RecordSet;
import io.goldenrod.testkit.Records;
import io.goldenrod.testkit.Tie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One story: records, and the customers that they are expected to become. Lines of words, a comment after {@code #}:
 *
 * <pre>
 * type crm_id strong 1             or: strong 2 yearly, weak, weak latest, weak 3 earliest
 * veto birthDate typo              or: none
 * chain 0 10                       mean weight at least, records looked at
 * links 5                          at most so many in a component
 * record crm/1 2026-05-01 crm_id:1 email:ada@x.org birthDate=1990-05-12
 * same record:crm/1 email:ada@x.org
 * different record:crm/1 record:crm/2
 * matched record:crm/1 record:web/1 0.9
 * customer crm/1 crm_id:1          all members, those of one customer on one line
 * held LIMIT crm/2 email:ada@x.org the constraint and the two ends
 * </pre>
 *
 * A story that names no type has the types of {@link Policies#customers()}.
 */
record Scenario(RecordSet set, Set<Set<String>> customers, Map<String, Constraint> held) {

    private static final class Reader {
        Policies policies = Policies.empty();
        boolean ownTypes;
        List<String> chain;
        final List<Records> records = new ArrayList<>();
        final List<Tie> ties = new ArrayList<>();
        final Set<Set<String>> customers = new HashSet<>();
        final Map<String, Constraint> held = new HashMap<>();

        void read(List<String> words) {
            List<String> rest = words.subList(1, words.size());
            switch (words.get(0)) {
                case "type" -> type(rest);
                case "veto" -> policies = policies.veto(rest.get(0), Veto.Tolerance.valueOf(upper(rest.get(1))));
                case "chain" -> chain = rest;
                case "links" -> policies = policies.componentLinksMax(Integer.parseInt(rest.get(0)));
                case "record" -> records.add(record(rest));
                case "same", "different", "matched" ->
                    ties.add(new Tie(
                            Tie.Kind.valueOf(upper(words.get(0))),
                            rest.get(0),
                            rest.get(1),
                            rest.size() > 2 ? Double.parseDouble(rest.get(2)) : 0));
                case "customer" ->
                    customers.add(rest.stream().map(Reader::member).collect(Collectors.toSet()));
                case "held" -> held.put(key(rest.get(1), rest.get(2)), Constraint.valueOf(rest.get(0)));
                default ->
                    throw new IllegalArgumentException("a line starts with type, veto, chain, links, record, same, "
                            + "different, matched, customer or held: " + words);
            }
        }

        private void type(List<String> words) {
            int max = 0;
            Window window = Window.EVER;
            Contested contested = Contested.APART;
            for (String word : words.subList(2, words.size())) {
                if (word.matches("\\d+")) {
                    max = Integer.parseInt(word);
                } else if (Arrays.stream(Window.values())
                        .anyMatch(each -> each.name().equals(upper(word)))) {
                    window = Window.valueOf(upper(word));
                } else {
                    contested = Contested.valueOf(upper(word));
                }
            }
            ownTypes = true;
            policies = words.get(1).equals("weak")
                    ? policies.weak(words.get(0), max, contested)
                    : policies.strong(words.get(0), max, window);
        }

        private static Records record(List<String> words) {
            Records record = Records.record(words.get(0)).at(words.get(1));
            for (String word : words.subList(2, words.size())) {
                int colon = word.indexOf(':');
                int equals = word.indexOf('=');
                if (equals >= 0) {
                    record.attribute(word.substring(0, equals), word.substring(equals + 1));
                } else {
                    record.identifier(word.substring(0, colon), word.substring(colon + 1));
                }
            }
            return record;
        }

        /** A member as written: a record goes without its prefix. */
        private static String member(String word) {
            return word.indexOf(':') < 0 ? "record:" + word : word;
        }

        private static String key(String left, String right) {
            boolean tie = left.equals("SAME") || left.equals("MATCHED");
            return tie ? left + " " + right.replace('~', ' ') : left + " " + right;
        }

        private static String upper(String word) {
            return word.toUpperCase(Locale.ROOT);
        }

        Scenario scenario() {
            Policies said = ownTypes ? policies : Policies.customers();
            if (chain != null) {
                said = said.chain(Double.parseDouble(chain.get(0)), Integer.parseInt(chain.get(1)));
            }
            RecordSet set =
                    new RecordSet(said, records.stream().map(Records::build).toList(), ties);
            return new Scenario(set, customers, new TreeMap<>(held));
        }
    }

    static Scenario read(List<String> lines) {
        Reader reader = new Reader();
        for (String line : lines) {
            String said = line.replaceFirst("(^|\\s)#.*", "").strip();
            if (!said.isEmpty()) {
                reader.read(List.of(said.split("\\s+")));
            }
        }
        return reader.scenario();
    }
}
