package io.goldenrod.explain;

import io.goldenrod.explain.Explanation.Corroboration;
import io.goldenrod.explain.Explanation.End;
import io.goldenrod.explain.Explanation.Step;
import io.goldenrod.explain.Explanation.Together;
import io.goldenrod.explain.Explanation.Told;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.ExplainReads.CausedDecision;
import io.goldenrod.graph.ExplainReads.MatchEvidence;
import io.goldenrod.graph.ExplainReads.Said;
import io.goldenrod.graph.ExplainReads.StoredPairName;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.EvidenceGraph;
import io.goldenrod.lineage.PathSearch;
import io.goldenrod.lineage.StrongestPath;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of a path step by step, and of what else there is. */
final class TogetherReport {

    /** Steps shown from either end of a long path. */
    static final int STEPS_EACH_END = 100;

    private static final int CORROBORATING_MAX = 20;
    private static final int HISTORY_MAX = 20;

    /** What brings a record in, or joins customers by it. */
    private static final Set<String> ENTRIES = Set.of("CREATED", "JOINED");

    private static final Set<String> JOINING = Set.of("JOINED", "MERGED", "RESTORED", "ASSERTED");

    private final ExplainReads graph;

    TogetherReport(ExplainReads graph) {
        this.graph = graph;
    }

    /** A link of the path with its place and the way it is gone. */
    private record Hop(int position, String from, String to, Link link) {
        boolean isMatch() {
            return link.linkClass().matched();
        }

        boolean isAsserted() {
            return link.linkClass().equals(LinkClass.SAME);
        }

        String kind() {
            return isMatch() ? "MATCHED" : isAsserted() ? "ASSERTED" : "OBSERVED";
        }

        /** The record that says it, or the smaller one of a match; null for what a steward said. */
        RecordKey record() {
            if (isAsserted()) {
                return null;
            }
            boolean fromRecord = from.startsWith(Decision.MEMBER_RECORD);
            boolean toRecord = to.startsWith(Decision.MEMBER_RECORD);
            if (fromRecord && toRecord) {
                RecordKey one = key(from);
                RecordKey other = key(to);
                return one.compareTo(other) < 0 ? one : other;
            }
            return key(fromRecord ? from : to);
        }
    }

    private static RecordKey key(String member) {
        return RecordKey.parse(member.substring(Decision.MEMBER_RECORD.length()));
    }

    Explanation report(End from, End to, PathSearch.Result found, PathSearch.Source links) {
        if (found.path() == null) {
            return Explanation.together(
                    from, to, new Together(0, List.of(), null, List.of()), List.of(), false, found.cut());
        }
        List<Hop> hops = hops(from.member(), found);
        List<Hop> shown = hops.size() <= 2 * STEPS_EACH_END
                ? hops
                : Stream.concat(
                                hops.subList(0, STEPS_EACH_END).stream(),
                                hops.subList(hops.size() - STEPS_EACH_END, hops.size()).stream())
                        .toList();
        Hop weakest = hops.stream().max(StrongestPath.byStrength(Hop::link)).orElseThrow();
        Set<String> records = new LinkedHashSet<>();
        shown.forEach(hop -> Stream.of(hop.from(), hop.to())
                .filter(member -> member.startsWith(Decision.MEMBER_RECORD))
                .forEach(records::add));
        Details details = details(shown, weakest, records);
        List<Step> steps = shown.stream().map(details::step).toList();
        links.expand(records.stream().filter(found.graph()::isUnexplored).toList(), found.graph());
        Set<String> onPath = new HashSet<>(records);
        shown.forEach(hop -> onPath.addAll(List.of(hop.from(), hop.to())));
        List<Corroboration> corroborating = corroborating(found.graph(), records, onPath, shown);
        boolean more = corroborating.size() > CORROBORATING_MAX;
        return Explanation.together(
                from,
                to,
                new Together(hops.size(), steps, details.step(weakest), history(from.customerId(), details)),
                more ? corroborating.subList(0, CORROBORATING_MAX) : corroborating,
                more,
                found.cut());
    }

    private static List<Hop> hops(String start, PathSearch.Result found) {
        List<Hop> hops = new ArrayList<>();
        int at = found.graph().member(start);
        for (Link link : found.path().links()) {
            int next = EvidenceGraph.other(link, at);
            hops.add(new Hop(
                    hops.size() + 1, found.graph().name(at), found.graph().name(next), link));
            at = next;
        }
        return hops;
    }

    private Details details(List<Hop> shown, Hop weakest, Set<String> records) {
        List<StoredPairName> pairs = Stream.concat(shown.stream(), Stream.of(weakest))
                .filter(Hop::isMatch)
                .map(hop -> new StoredPairName(key(hop.from()), key(hop.to())))
                .distinct()
                .toList();
        Set<RecordKey> keys = records.stream().map(TogetherReport::key).collect(Collectors.toSet());
        if (weakest.record() != null) {
            keys.add(weakest.record());
        }
        List<String> assertions = Stream.concat(shown.stream(), Stream.of(weakest))
                .filter(Hop::isAsserted)
                .map(hop -> hop.link().key())
                .distinct()
                .toList();
        Map<String, List<CausedDecision>> decisions = new TreeMap<>();
        graph.decisions(keys)
                .forEach(each -> decisions
                        .computeIfAbsent(each.record(), absent -> new ArrayList<>())
                        .add(each));
        return new Details(graph.matches(pairs), graph.assertions(assertions), decisions);
    }

    /** @param decisions by record, the newest first */
    private record Details(
            Map<String, MatchEvidence> matches,
            Map<String, Said> assertions,
            Map<String, List<CausedDecision>> decisions) {

        Step step(Hop hop) {
            Link link = hop.link();
            RecordKey record = hop.record();
            MatchEvidence match = hop.isMatch() ? matches.get(StoredPair.key(key(hop.from()), key(hop.to()))) : null;
            Said said = hop.isAsserted() ? assertions.get(link.key()) : null;
            return new Step(
                    hop.position(),
                    hop.from(),
                    hop.to(),
                    hop.kind(),
                    link.linkClass().name(),
                    record == null ? null : record.toString(),
                    record == null ? null : record.source(),
                    hop.isMatch() ? null : Instant.ofEpochMilli(link.at()),
                    hop.isMatch() ? link.score() : null,
                    match == null ? null : match.probability(),
                    match == null ? null : Parts.of(match.breakdown()),
                    match == null ? null : match.rules(),
                    match == null ? null : match.model(),
                    hop.isAsserted() ? link.key() : null,
                    said == null ? null : said.by(),
                    said == null ? null : said.reason(),
                    true,
                    told(decision(hop)));
        }

        /** The newest that names the link; else the newest that brought the record in. */
        private CausedDecision decision(Hop hop) {
            CausedDecision entry = null;
            for (String end : List.of(hop.from(), hop.to())) {
                if (!end.startsWith(Decision.MEMBER_RECORD)) {
                    continue;
                }
                String other = end.equals(hop.from()) ? hop.to() : hop.from();
                for (CausedDecision each : decisions.getOrDefault(key(end).toString(), List.of())) {
                    boolean sameClass = hop.link().linkClass().name().equals(each.linkClass());
                    if (other.equals(each.over()) && sameClass && JOINING.contains(each.kind())) {
                        return each;
                    }
                    if (entry == null && ENTRIES.contains(each.kind())) {
                        entry = each;
                    }
                }
            }
            return entry;
        }
    }

    private static Told told(CausedDecision decision) {
        return decision == null
                ? null
                : new Told(
                        decision.seq(),
                        decision.at(),
                        decision.kind(),
                        decision.customer(),
                        decision.other(),
                        decision.record(),
                        decision.over(),
                        decision.linkClass(),
                        decision.policy(),
                        decision.request(),
                        decision.over() == null ? null : decision.alive());
    }

    /** What joined members or customers by a link that is no more. */
    private List<Told> history(String customerId, Details details) {
        Map<Long, CausedDecision> gone = new TreeMap<>(Comparator.reverseOrder());
        Stream.concat(
                        graph.merges(customerId).stream(),
                        details.decisions().values().stream().flatMap(Collection::stream))
                .filter(each -> !each.alive()
                        && each.over() != null
                        && !"different".equals(each.linkClass())
                        && JOINING.contains(each.kind()))
                .forEach(each -> gone.put(each.seq(), each));
        return gone.values().stream()
                .limit(HISTORY_MAX)
                .map(TogetherReport::told)
                .toList();
    }

    /** Identifiers that tie records of the path, and other links between its members; one more than is shown. */
    private static List<Corroboration> corroborating(
            EvidenceGraph found, Set<String> records, Set<String> onPath, List<Hop> shown) {
        Set<Link> used = shown.stream().map(Hop::link).collect(Collectors.toSet());
        Map<Integer, List<Link>> shared = new TreeMap<>();
        Set<Link> direct = new LinkedHashSet<>();
        for (String record : records) {
            int member = found.member(record);
            for (Link link : found.linksOf(member)) {
                int other = EvidenceGraph.other(link, member);
                if (onPath.contains(found.name(other))) {
                    if (!used.contains(link)) {
                        direct.add(link);
                    }
                } else if (!found.name(other).startsWith(Decision.MEMBER_RECORD)) {
                    shared.computeIfAbsent(other, absent -> new ArrayList<>()).add(link);
                }
            }
        }
        List<Corroborating> all = new ArrayList<>();
        direct.forEach(link -> all.add(Corroborating.of(link, found)));
        shared.forEach((identifier, links) -> {
            if (links.size() > 1) {
                all.add(Corroborating.over(identifier, links, found));
            }
        });
        all.sort(StrongestPath.byStrength(Corroborating::link)
                .thenComparing(each -> each.shown().toString()));
        return all.stream()
                .limit(CORROBORATING_MAX + 1L)
                .map(Corroborating::shown)
                .toList();
    }

    private record Corroborating(Link link, Corroboration shown) {

        private static final int MEMBERS_MAX = 20;

        static Corroborating of(Link link, EvidenceGraph found) {
            boolean match = link.linkClass().matched();
            boolean asserted = link.linkClass().equals(LinkClass.SAME);
            List<String> members = Stream.of(found.name(link.left()), found.name(link.right()))
                    .sorted()
                    .toList();
            return new Corroborating(
                    link,
                    new Corroboration(
                            match ? "MATCHED" : asserted ? "ASSERTED" : "OBSERVED",
                            link.linkClass().name(),
                            null,
                            members,
                            match ? link.score() : null));
        }

        static Corroborating over(int identifier, List<Link> links, EvidenceGraph found) {
            List<String> members = links.stream()
                    .map(link -> found.name(EvidenceGraph.other(link, identifier)))
                    .sorted()
                    .limit(MEMBERS_MAX)
                    .toList();
            Link first = links.get(0);
            return new Corroborating(
                    first,
                    new Corroboration("OBSERVED", first.linkClass().name(), found.name(identifier), members, null));
        }
    }
}
