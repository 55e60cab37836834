package io.goldenrod.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.policy.Contested;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Generator;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathSearchTests {

    private static final LinkClass SAME = LinkClass.SAME;
    private static final LinkClass EMAIL = new LinkClass("email", 4, false, false, false, Contested.APART);
    private static final LinkClass PHONE = new LinkClass("phone", 6, false, false, false, Contested.APART);
    private static final LinkClass MATCHED = new LinkClass("matched", 7, false, true, true, Contested.APART);
    private static final LinkClass DEVICE = new LinkClass("device", 8, true, false, false, Contested.APART);
    private static final List<LinkClass> TYPES = List.of(EMAIL, PHONE, DEVICE);

    /** So few, that hubs are frequent. */
    private static final int HUB = 2;

    private record Edge(String left, String right, LinkClass linkClass, double score, long at) {
        boolean touches(String member) {
            return left.equals(member) || right.equals(member);
        }

        String other(String member) {
            return left.equals(member) ? right : left;
        }

        /** Before the colon stands the type. */
        static Edge observed(int record, String identifier, long at) {
            LinkClass type = TYPES.stream()
                    .filter(each -> identifier.startsWith(each.name()))
                    .findFirst()
                    .orElseThrow();
            return new Edge("record:a/" + record, identifier, type, 0, at);
        }
    }

    private record Case(List<Edge> edges, String from, String to) {}

    private static final Generator<Case> CASES = new Generator<>() {
        @Override
        public Case generate(Chance chance) {
            int records = chance.between(2, 9);
            List<String> identifiers = new ArrayList<>();
            for (int i = chance.between(1, 7); i > 0; i--) {
                identifiers.add(chance.oneOf(TYPES).name() + ":" + i);
            }
            Set<Edge> edges = new HashSet<>();
            for (int i = chance.between(1, 16); i > 0; i--) {
                int record = chance.between(1, records);
                if (chance.percent(75)) {
                    String identifier = chance.oneOf(identifiers);
                    Edge edge = Edge.observed(record, identifier, chance.between(0, 2));
                    edges.removeIf(each -> each.touches(edge.left()) && each.touches(edge.right()));
                    edges.add(edge);
                } else if (record > 1) {
                    boolean same = chance.percent(20);
                    String member = same && chance.percent(50) ? chance.oneOf(identifiers) : "record:a/1";
                    Edge edge = new Edge(
                            member,
                            "record:a/" + record,
                            same ? SAME : MATCHED,
                            same ? 0 : chance.between(1, 3),
                            same ? chance.between(0, 2) : 0);
                    edges.removeIf(each -> each.linkClass() == edge.linkClass()
                            && each.touches(edge.left())
                            && each.touches(edge.right()));
                    edges.add(edge);
                }
            }
            List<String> members = new ArrayList<>(identifiers);
            IntStream.rangeClosed(1, records).forEach(each -> members.add("record:a/" + each));
            List<String> ends = chance.shuffled(members);
            List<Edge> sorted = new ArrayList<>(edges);
            sorted.sort(Comparator.comparing(Edge::toString));
            return new Case(sorted, ends.get(0), ends.get(1));
        }

        @Override
        public Stream<Case> smaller(Case value) {
            return IntStream.range(0, value.edges().size()).mapToObj(skipped -> {
                List<Edge> fewer = new ArrayList<>(value.edges());
                fewer.remove(skipped);
                return new Case(fewer, value.from(), value.to());
            });
        }
    };

    /** Shows no more than it must. */
    private static final class Listed implements PathSearch.Source {
        private final List<Edge> edges;
        private boolean askedForAll;

        private Listed(List<Edge> edges) {
            this.edges = edges;
        }

        @Override
        public void expand(List<String> members, EvidenceGraph graph) {
            for (String member : members) {
                List<Edge> mine =
                        edges.stream().filter(each -> each.touches(member)).toList();
                boolean record = member.startsWith(Decision.MEMBER_RECORD);
                boolean hub = !record && mine.size() > HUB;
                mine.stream().filter(each -> !hub || each.linkClass() == SAME).forEach(each -> add(each, graph));
                if (hub) {
                    mine.stream()
                            .filter(each -> each.linkClass() != SAME)
                            .findFirst()
                            .ifPresent(each -> graph.closeBut(member, each.linkClass()));
                } else {
                    graph.close(member);
                }
            }
        }

        @Override
        public boolean expandAll(EvidenceGraph graph) {
            askedForAll = true;
            edges.forEach(each -> add(each, graph));
            return true;
        }

        private static void add(Edge edge, EvidenceGraph graph) {
            graph.link(edge.left(), edge.right(), edge.linkClass(), edge.score(), edge.at(), "");
        }
    }

    private static List<String> found(Case given, Listed source) {
        PathSearch.Result result = PathSearch.find(given.from(), given.to(), source);
        if (result.path() == null) {
            return null;
        }
        List<String> names = new ArrayList<>(List.of(given.from()));
        for (Link link : result.path().links()) {
            int at = result.graph().member(names.get(names.size() - 1));
            names.add(link.linkClass().name() + " " + link.score() + " " + link.at());
            names.add(result.graph().name(EvidenceGraph.other(link, at)));
        }
        return names;
    }

    private static int compareStrength(Edge one, Edge other) {
        int byRank = Integer.compare(one.linkClass().rank(), other.linkClass().rank());
        return byRank != 0 ? byRank : Double.compare(other.score(), one.score());
    }

    /** All simple paths, and the best of them. */
    private static List<Edge> oracle(List<Edge> edges, String from, String to) {
        List<List<Edge>> paths = new ArrayList<>();
        collect(edges, from, to, new ArrayList<>(), new HashSet<>(Set.of(from)), paths);
        Comparator<List<Edge>> order = Comparator.comparing(
                        (List<Edge> path) -> path.stream()
                                .max(PathSearchTests::compareStrength)
                                .orElseThrow(),
                        PathSearchTests::compareStrength)
                .thenComparing(List::size)
                .thenComparing((one, other) -> compareSteps(one, other, from));
        return paths.stream().min(order).orElse(null);
    }

    private static int compareSteps(List<Edge> one, List<Edge> other, String from) {
        String at = from;
        for (int step = 0; step < one.size(); step++) {
            Edge mine = one.get(step);
            Edge theirs = other.get(step);
            if (!mine.equals(theirs)) {
                String end = at;
                return Comparator.comparingLong(Edge::at)
                        .reversed()
                        .thenComparing(each -> each.other(end))
                        .thenComparing(PathSearchTests::compareStrength)
                        .compare(mine, theirs);
            }
            at = mine.other(at);
        }
        return 0;
    }

    private static void collect(
            List<Edge> edges, String at, String to, List<Edge> path, Set<String> seen, List<List<Edge>> paths) {
        if (at.equals(to)) {
            paths.add(List.copyOf(path));
            return;
        }
        for (Edge edge : edges) {
            if (edge.touches(at) && seen.add(edge.other(at))) {
                path.add(edge);
                collect(edges, edge.other(at), to, path, seen, paths);
                path.remove(path.size() - 1);
                seen.remove(edge.other(at));
            }
        }
    }

    @Test
    void findsTheStrongestOfAllPathsEitherWayRound() {
        int[] cases = new int[3];
        Property.check("the strongest path is found", 4_000, CASES, given -> {
            boolean turned = given.from().compareTo(given.to()) > 0;
            String first = turned ? given.to() : given.from();
            List<Edge> best = oracle(given.edges(), first, turned ? given.from() : given.to());
            List<String> names = null;
            if (best != null) {
                names = new ArrayList<>(List.of(first));
                for (Edge edge : best) {
                    String at = names.get(names.size() - 1);
                    names.add(edge.linkClass().name() + " " + edge.score() + " " + edge.at());
                    names.add(edge.other(at));
                }
                cases[best.size() > 2 ? 1 : 0]++;
            }
            Listed source = new Listed(given.edges());
            List<String> there = found(new Case(given.edges(), first, turned ? given.from() : given.to()), source);
            assertThat(there).isEqualTo(names);
            List<String> back = found(
                    new Case(given.edges(), turned ? given.from() : given.to(), first), new Listed(given.edges()));
            if (names != null) {
                java.util.Collections.reverse(names);
            }
            assertThat(back).isEqualTo(names);
            cases[2] += best != null && !source.askedForAll ? 1 : 0;
        });
        assertThat(IntStream.of(cases)).allMatch(each -> each > 300);
    }

    @Test
    void theWeakestLinkIsAsStrongAsTheWeakestOfAllStrongestPaths() {
        int[] cases = new int[2];
        Property.check("the weakest link that records cannot do without", 2_000, CASES, given -> {
            EvidenceGraph graph = new EvidenceGraph();
            graph.restartComplete();
            Set<String> part = new HashSet<>(Set.of(given.from()));
            for (boolean grown = true; grown; ) {
                grown = false;
                for (Edge edge : given.edges()) {
                    boolean touched = part.contains(edge.left()) || part.contains(edge.right());
                    grown |= touched && (part.add(edge.left()) | part.add(edge.right()));
                }
            }
            List<Edge> edges = given.edges().stream()
                    .filter(each -> part.contains(each.left()))
                    .toList();
            new Listed(edges).expandAll(graph);
            List<String> records = part.stream()
                    .filter(each -> each.startsWith(Decision.MEMBER_RECORD))
                    .toList();
            Link expected = null;
            for (String one : records) {
                for (String other : records) {
                    if (!one.equals(other)) {
                        Link weakest = StrongestPath.find(graph, one, other).links().stream()
                                .max(StrongestPath.STRENGTH)
                                .orElseThrow();
                        boolean weaker = expected == null || StrongestPath.STRENGTH.compare(weakest, expected) > 0;
                        expected = weaker ? weakest : expected;
                    }
                }
            }
            Link found = WeakestLink.of(graph);
            assertThat(found == null).isEqualTo(expected == null);
            if (found != null) {
                assertThat(StrongestPath.STRENGTH.compare(found, expected)).isZero();
            }
            cases[found == null ? 0 : 1]++;
        });
        assertThat(IntStream.of(cases)).allMatch(each -> each > 100);
    }

    @Test
    void looksAtAFewLinksWhereAllShareOneIdentifier() {
        List<Edge> edges = new ArrayList<>();
        for (int record = 0; record < 200; record++) {
            edges.add(Edge.observed(record, "email:hub", record));
            edges.add(Edge.observed(record, "phone:" + record, record));
        }
        Listed source = new Listed(edges);
        PathSearch.Result result = PathSearch.find("record:a/3", "record:a/150", source);
        assertThat(result.path().links())
                .extracting(each -> each.linkClass().name())
                .containsExactly("email", "email");
        assertThat(result.graph().links()).hasSize(4);
        assertThat(source.askedForAll).isFalse();
    }

    @Test
    void goesAlongAChainOfThousands() {
        List<Edge> edges = new ArrayList<>();
        for (int record = 0; record < 3_000; record++) {
            edges.add(Edge.observed(record, "email:" + record, 0));
            edges.add(Edge.observed(record, "email:" + (record + 1), 0));
        }
        PathSearch.Result result = PathSearch.find("record:a/0", "record:a/2999", new Listed(edges));
        assertThat(result.path().links()).hasSize(2 * 2_999);
    }
}
