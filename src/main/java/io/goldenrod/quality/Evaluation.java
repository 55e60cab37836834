package io.goldenrod.quality;

import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.EvaluationReport.AtThreshold;
import io.goldenrod.quality.EvaluationReport.Counts;
import io.goldenrod.quality.EvaluationReport.Matching;
import io.goldenrod.quality.EvaluationReport.Sizes;
import io.goldenrod.resolution.WholeResolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Resolves records in memory and scores the result. A refused record counts as a customer of its own if the truth knows
 * it: refusing what is hard must not pay.
 */
public final class Evaluation {

    private final RecordsRead read;
    private final Truth truth;
    private final Policy policy;
    private final Matcher matcher;

    /**
     * What is asked for.
     *
     * @param mistakesMax how many of the worst mistakes of each kind are told
     * @param thresholds probabilities of a match with which the whole is done again, each above 0 and below 1
     */
    public record Depth(int mistakesMax, List<Double> thresholds) {
        public Depth {
            thresholds = List.copyOf(thresholds);
        }
    }

    /** @param matcher null for identifiers alone */
    public Evaluation(RecordsRead read, Truth truth, Policy policy, Matcher matcher) {
        this.read = read;
        this.truth = truth;
        this.policy = policy;
        this.matcher = matcher;
    }

    /** @throws InvalidInput when an id of the truth names several records */
    public EvaluationReport report(Depth depth) {
        WholeResolution whole = WholeResolution.of(read.records(), policy, matcher);
        List<List<RecordKey>> judged = judged(whole);
        checkUnambiguous(judged);
        var contingency = new Contingency(judged, truth::entityOf);
        var explanation = new MistakeExplanation(read, policy, matcher, whole);
        return new EvaluationReport(
                counts(whole, contingency),
                contingency.pairwise(),
                contingency.bCubed(),
                sizes(contingency),
                heldLinks(whole),
                matcher == null ? null : matching(whole, contingency, depth.thresholds()),
                explanation.ofFalseMerges(contingency.falseMerges(depth.mistakesMax())),
                explanation.ofMisses(contingency.misses(depth.mistakesMax())),
                read.warnings(),
                read.refusals());
    }

    private List<List<RecordKey>> judged(WholeResolution whole) {
        var judged = new ArrayList<>(whole.customers());
        read.refusedKeys().stream()
                .filter(key -> read.record(key) == null && truth.entityOf(key) != null)
                .forEach(key -> judged.add(List.of(key)));
        return judged;
    }

    private Counts counts(WholeResolution whole, Contingency contingency) {
        return new Counts(
                read.lines(),
                read.records().size(),
                read.refused(),
                contingency.unlabelled(),
                truth.size() - contingency.records(),
                whole.customers().size(),
                largest(whole),
                contingency.entities(),
                contingency.largestEntity());
    }

    private static long largest(WholeResolution whole) {
        return whole.customers().stream().mapToLong(Collection::size).max().orElse(0);
    }

    private static List<Sizes> sizes(Contingency contingency) {
        Map<Long, Long> customers = contingency.customersBySize();
        Map<Long, Long> entities = contingency.entitiesBySize();
        var all = new TreeSet<>(customers.keySet());
        all.addAll(entities.keySet());
        return all.stream()
                .map(size -> new Sizes(size, customers.getOrDefault(size, 0L), entities.getOrDefault(size, 0L)))
                .toList();
    }

    private static Map<String, Long> heldLinks(WholeResolution whole) {
        var held = new TreeMap<String, Long>();
        whole.heldLinks().forEach(link -> held.merge(link.held().name(), 1L, Long::sum));
        whole.matches().stream()
                .filter(match -> match.held() != null)
                .forEach(match -> held.merge(match.held().name(), 1L, Long::sum));
        return held;
    }

    private Matching matching(WholeResolution whole, Contingency contingency, List<Double> thresholds) {
        long truePairs = contingency.pairwise().truePairs();
        WeightCounts weights = LabelledPairs.weigh(read.records(), matcher, record -> truth.entityOf(record.key()));
        return new Matching(
                matcher.model(),
                matcher.matching().match(),
                matcher.matching().review(),
                whole.matches().stream().filter(match -> match.held() == null).count(),
                whole.reviews().size(),
                whole.reviews().stream().filter(this::isSame).count(),
                whole.pairsCompared(),
                new PairwiseQuality(whole.pairsCompared(), truePairs, weights.same()),
                weights.steps(),
                weights.curve(truePairs),
                thresholds.stream().map(this::at).toList());
    }

    private boolean isSame(StoredMatch pair) {
        String left = truth.entityOf(pair.left());
        return left != null && left.equals(truth.entityOf(pair.right()));
    }

    private AtThreshold at(double probability) {
        var matching = matcher.matching();
        var other = new io.goldenrod.policy.Matching(
                matching.model(),
                matching.modelHash(),
                probability,
                Math.min(matching.review(), probability),
                matching.blocking(),
                matching.blockRecordsMax(),
                matching.chain());
        WholeResolution whole = WholeResolution.of(read.records(), policy, new Matcher(other, matcher.model()));
        var contingency = new Contingency(judged(whole), truth::entityOf);
        return new AtThreshold(probability, contingency.pairwise(), contingency.bCubed(), largest(whole));
    }

    private void checkUnambiguous(List<List<RecordKey>> customers) {
        Map<String, RecordKey> named = new HashMap<>();
        for (List<RecordKey> customer : customers) {
            for (RecordKey key : customer) {
                String name = truth.nameOf(key);
                if (name != null && named.put(name, key) != null) {
                    throw new InvalidInput(
                            "the truth", List.of("an id of it names records of several sources; add a column source"));
                }
            }
        }
    }
}
