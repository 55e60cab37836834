package io.goldenrod.partition;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Contested;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Veto;
import io.goldenrod.policy.Window;
import io.goldenrod.testkit.RecordSet;
import io.goldenrod.testkit.Tie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The partition once more, from records alone, by explicit sets of members and no cleverness. */
final class Oracle {

    /** A link and where it stands in the order. */
    private record Edge(String left, String right, int rank, double score, long at, String key, IdentifierType type) {
        boolean weak() {
            return type != null && type.linking() == Linking.WEAK;
        }

        boolean apart() {
            return weak() && type.contested() == Contested.APART;
        }
    }

    /** Between the strong types of the test kit's policies and the weak ones. */
    private static final int MATCHED_RANK = 500;

    /** Of the given names of the test kit, those that one person may go by. */
    private static final Set<Set<String>> ALIKE = Set.of(
            Set.of("ada"),
            Set.of("a"),
            Set.of("grace mary"),
            Set.of("mary"),
            Set.of("robert"),
            Set.of("ada", "a"),
            Set.of("grace mary", "mary"));

    private final RecordSet set;
    private final Policy policy;
    private final Map<String, SourceRecord> records = new HashMap<>();
    private final Map<String, Identifier> identifiers = new HashMap<>();
    private final List<Tie> different = new ArrayList<>();
    private final Map<String, Constraint> held = new HashMap<>();
    private final Set<String> judged = new HashSet<>();
    private Set<Set<String>> clusters = new HashSet<>();

    /** What the clusters would be if no steward had said anything, as far as that is for limits and vetoes to know. */
    private Set<Set<String>> parts = new HashSet<>();

    private Oracle(RecordSet set) {
        this.set = set;
        this.policy = set.policy();
    }

    static Outcome partition(RecordSet set) {
        return new Oracle(set).run();
    }

    private Outcome run() {
        List<Edge> edges = edges();
        edges.sort(Comparator.comparing(Edge::rank)
                .thenComparing(edge -> -edge.score())
                .thenComparing(edge ->
                        edge.type() != null && edge.type().contested() == Contested.EARLIEST ? edge.at() : -edge.at())
                .thenComparing(Edge::key));
        leaveOutOversize(edges);
        records.keySet().forEach(each -> clusters.add(Set.of(each)));
        identifiers.keySet().forEach(each -> clusters.add(Set.of(each)));
        parts = clusters;
        edges.stream().filter(edge -> !edge.weak()).forEach(this::take);

        Predicate<Edge> bothKnown = edge -> known(of(edge.left())) && known(of(edge.right()));
        Predicate<Edge> noneKnown = edge -> !known(of(edge.left())) && !known(of(edge.right()));
        List<Edge> apart = edges.stream().filter(Edge::apart).toList();
        apart.stream().filter(bothKnown).forEach(edge -> held.put(edge.key(), Constraint.WEAK));
        List<Edge> outward =
                apart.stream().filter(bothKnown.or(noneKnown).negate()).toList();
        apart.stream().filter(noneKnown).toList().forEach(this::take);
        Set<Set<String>> before = clusters;
        for (Edge edge : outward) {
            Set<String> group = group(before, edge);
            long touched = outward.stream()
                    .filter(other -> group(before, other).equals(group))
                    .map(other -> in(before, known(in(before, other.left())) ? other.left() : other.right()))
                    .distinct()
                    .count();
            if (touched > 1) {
                held.put(edge.key(), Constraint.CONTESTED);
            } else {
                take(edge);
            }
        }
        for (Edge edge : edges) {
            if (edge.weak() && !edge.apart()) {
                if (bothKnown.test(edge)) {
                    held.put(edge.key(), Constraint.WEAK);
                } else {
                    take(edge);
                }
            }
        }
        edgesByKey(edges()).forEach((key, edge) -> {
            if (of(edge.left()).equals(of(edge.right()))) {
                held.remove(key);
            }
        });
        return new Outcome(clusters, held, judged);
    }

    private Set<String> group(Set<Set<String>> before, Edge edge) {
        Set<String> left = in(before, edge.left());
        return known(left) ? in(before, edge.right()) : left;
    }

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (SourceRecord record : set.records()) {
            String member = "record:" + record.key();
            records.put(member, record);
            for (Identifier each : record.identifiers()) {
                IdentifierType type = policy.type(each.type());
                if (type.linking() != Linking.NONE) {
                    identifiers.put(each.key(), each);
                    edges.add(new Edge(
                            member,
                            each.key(),
                            type.priority(),
                            0,
                            record.observedAt().toEpochMilli(),
                            record.key() + " " + each.key(),
                            type));
                }
            }
        }
        different.clear();
        for (Tie tie : set.ties()) {
            boolean there = exists(tie.left()) && exists(tie.right());
            if (there && tie.kind() == Tie.Kind.DIFFERENT) {
                different.add(tie);
            } else if (there) {
                int rank = tie.kind() == Tie.Kind.SAME ? 0 : MATCHED_RANK;
                String key = tie.kind() + " " + tie.left() + " " + tie.right();
                edges.add(new Edge(tie.left(), tie.right(), rank, tie.score(), 0, key, null));
            }
        }
        return edges;
    }

    private boolean exists(String member) {
        return records.containsKey(member) || identifiers.containsKey(member);
    }

    private static Map<String, Edge> edgesByKey(List<Edge> edges) {
        return edges.stream().collect(Collectors.toMap(Edge::key, edge -> edge));
    }

    private void leaveOutOversize(List<Edge> edges) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : List.copyOf(edges)) {
                Set<String> reached = reached(edges, edge.left());
                List<Edge> part = edges.stream()
                        .filter(each -> reached.contains(each.left()))
                        .toList();
                int weakest = part.stream().mapToInt(Edge::rank).max().orElse(0);
                if (part.size() > policy.maxComponentLinks() && weakest > 0) {
                    List<Edge> left =
                            part.stream().filter(each -> each.rank() == weakest).toList();
                    left.forEach(each -> held.put(each.key(), Constraint.OVERSIZED));
                    changed |= edges.removeAll(left);
                }
            }
        }
    }

    private static Set<String> reached(List<Edge> edges, String from) {
        Set<String> reached = new HashSet<>(Set.of(from));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Edge edge : edges) {
                if (reached.contains(edge.left()) || reached.contains(edge.right())) {
                    grew |= reached.add(edge.left()) | reached.add(edge.right());
                }
            }
        }
        return reached;
    }

    private static Set<String> in(Set<Set<String>> clusters, String member) {
        return clusters.stream()
                .filter(each -> each.contains(member))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> of(String member) {
        return in(clusters, member);
    }

    private boolean known(Set<String> cluster) {
        return cluster.stream()
                .anyMatch(each -> identifiers.containsKey(each)
                        && policy.type(identifiers.get(each).type()).linking() == Linking.STRONG);
    }

    private void take(Edge edge) {
        Set<String> left = of(edge.left());
        Set<String> right = of(edge.right());
        Constraint against = edge.rank() == 0 ? null : against(edge);
        if (!left.equals(right)) {
            if (edge.rank() == MATCHED_RANK && policy.matching() != null) {
                judged.add(edge.key());
            }
            Set<String> both = both(left, right);
            if (different.stream().anyMatch(tie -> both.containsAll(Set.of(tie.left(), tie.right())))) {
                held.put(edge.key(), Constraint.DIFFERENT);
                return;
            }
            if (against != null) {
                held.put(edge.key(), against);
                return;
            }
            clusters = joined(clusters, left, right);
        }
        if (edge.rank() != 0 && against == null) {
            parts = joined(parts, in(parts, edge.left()), in(parts, edge.right()));
        }
    }

    private static Set<String> both(Set<String> left, Set<String> right) {
        Set<String> both = new HashSet<>(left);
        both.addAll(right);
        return both;
    }

    private static Set<Set<String>> joined(Set<Set<String>> clusters, Set<String> left, Set<String> right) {
        Set<Set<String>> joined = new HashSet<>(clusters);
        joined.remove(left);
        joined.remove(right);
        joined.add(both(left, right));
        return joined;
    }

    /** What speaks against the link by the evidence alone. */
    private Constraint against(Edge edge) {
        Set<String> left = in(parts, edge.left());
        Set<String> right = in(parts, edge.right());
        if (left.equals(right)) {
            return null;
        }
        boolean matched = edge.rank() == MATCHED_RANK;
        if (breaksLimit(left, right, both(left, right))) {
            return Constraint.LIMIT;
        }
        if (!matched && policy.vetoes().stream().anyMatch(veto -> conflict(veto, left, right))) {
            return Constraint.CONFLICT;
        }
        return matched && isChain(left, right) ? Constraint.CHAIN : null;
    }

    /** Whether the records with the smallest hashed keys of both sides do not match, on the whole. */
    private boolean isChain(Set<String> left, Set<String> right) {
        Matching.Chain chain =
                policy.matching() == null ? null : policy.matching().chain();
        return chain != null
                && sample(left, chain.sampleMax())
                                .flatMap(our -> sample(right, chain.sampleMax()).map(their -> set.weight(our, their)))
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow()
                        < chain.weightMin();
    }

    private Stream<RecordKey> sample(Set<String> cluster, int recordsMax) {
        return cluster.stream()
                .filter(records::containsKey)
                .map(each -> records.get(each).key())
                .sorted(Samples::compare)
                .limit(recordsMax);
    }

    private boolean breaksLimit(Set<String> left, Set<String> right, Set<String> both) {
        for (IdentifierType type : policy.types()) {
            Set<String> spans = new TreeSet<>();
            set.records().forEach(record -> spans.add(span(type.window(), record.observedAt())));
            for (String span : spans) {
                int count = values(type, span, both);
                boolean more = count > values(type, span, left) && count > values(type, span, right);
                if (type.maxPerCustomer() > 0 && count > type.maxPerCustomer() && more) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many of the members are values of the type that any record observed in the span. */
    private int values(IdentifierType type, String span, Set<String> members) {
        Set<Identifier> values = new HashSet<>();
        for (SourceRecord record : set.records()) {
            for (Identifier each : record.identifiers()) {
                if (each.type().equals(type.name())
                        && members.contains(each.key())
                        && span(type.window(), record.observedAt()).equals(span)) {
                    values.add(each);
                }
            }
        }
        return values.size();
    }

    private static String span(Window window, Instant at) {
        return at.toString().substring(0, window == Window.YEARLY ? 4 : window == Window.MONTHLY ? 7 : 0);
    }

    private boolean conflict(Veto veto, Set<String> left, Set<String> right) {
        Collection<List<String>> ours = claims(veto, left);
        Collection<List<String>> theirs = claims(veto, right);
        return ours.stream()
                .filter(each -> !theirs.contains(each))
                .anyMatch(our -> theirs.stream()
                        .filter(each -> !ours.contains(each))
                        .anyMatch(their -> IntStream.range(0, our.size())
                                .allMatch(i -> differ(veto.parts().get(i).tolerance(), our.get(i), their.get(i)))));
    }

    private static boolean differ(Veto.Tolerance tolerance, String our, String their) {
        boolean slipped = slips(our).contains(their);
        return switch (tolerance) {
            case NONE -> !our.equals(their);
            case TYPO -> !slipped;
            case GENERATION -> {
                int years = Integer.parseInt(our.substring(0, 4)) - Integer.parseInt(their.substring(0, 4));
                yield !slipped && Math.abs(years) >= 12;
            }
            case NAME -> !ALIKE.contains(Set.copyOf(List.of(our, their)));
        };
    }

    /** What records say of all attributes of the veto. */
    private Set<List<String>> claims(Veto veto, Set<String> members) {
        return members.stream()
                .filter(records::containsKey)
                .map(each -> veto.parts().stream()
                        .map(part -> records.get(each).comparable(part.attribute()))
                        .filter(value -> value != null && !value.matches("\\d{4}"))
                        .toList())
                .filter(values -> values.size() == veto.parts().size())
                .collect(Collectors.toSet());
    }

    /** Everything that one slip makes of a date. */
    private static Set<String> slips(String date) {
        Set<String> slips = new HashSet<>();
        for (int i = 0; i < date.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                slips.add(date.substring(0, i) + digit + date.substring(i + 1));
            }
            if (i > 0) {
                slips.add(date.substring(0, i - 1) + date.charAt(i) + date.charAt(i - 1) + date.substring(i + 1));
            }
        }
        if (date.length() == 10) {
            slips.add(date.substring(0, 5) + date.substring(8) + "-" + date.substring(5, 7));
        }
        return slips;
    }
}
