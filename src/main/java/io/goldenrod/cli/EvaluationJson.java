package io.goldenrod.cli;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.Score;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.BCubed;
import io.goldenrod.quality.EvaluationReport;
import io.goldenrod.quality.EvaluationReport.Explained;
import io.goldenrod.quality.EvaluationReport.Matching;
import io.goldenrod.quality.PairEvidence;
import io.goldenrod.quality.PairwiseQuality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An evaluation as JSON. */
final class EvaluationJson {

    private EvaluationJson() {}

    static Map<String, Object> of(EvaluationReport report, Policy policy, RecordValues values) {
        var counts = report.counts();
        var json = new LinkedHashMap<String, Object>();
        json.put("policy", policy.hash());
        json.put("lines", counts.lines());
        json.put("records", counts.records());
        json.put("refused", counts.refused());
        json.put("unlabelled", counts.unlabelled());
        json.put("truthUnused", counts.truthUnused());
        json.put("customers", counts.customers());
        json.put("entities", counts.entities());
        json.put("largestCustomer", counts.largestCustomer());
        json.put("largestTrue", counts.largestTrue());
        json.put("pairwise", pairwise(report.pairwise()));
        json.put("b3", b3(report.b3()));
        json.put("sizes", report.sizes());
        json.put("heldLinks", report.heldLinks());
        if (report.matching() != null) {
            json.put("matching", matching(report.matching()));
        }
        json.put("falseMerges", mistakes(report.falseMerges(), "byEntity", values));
        json.put("misses", mistakes(report.misses(), "byCustomer", values));
        json.put("warnings", report.warnings());
        json.put("refusals", report.refusals());
        return json;
    }

    private static Map<String, Object> matching(Matching matching) {
        var json = new LinkedHashMap<String, Object>();
        var model = new LinkedHashMap<String, Object>();
        model.put("name", matching.model().name());
        model.put("version", matching.model().version());
        model.put("hash", matching.model().hash());
        json.put("model", model);
        json.put("match", matching.match());
        json.put("review", matching.review());
        json.put("matchedLinks", matching.matchedLinks());
        json.put("reviews", matching.reviews());
        json.put("reviewsSame", matching.reviewsSame());
        json.put("pairsCompared", matching.pairsCompared());
        json.put("blockingRecall", matching.blocked().recall());
        json.put("weights", matching.weights());
        json.put(
                "pairCurve",
                matching.curve().stream()
                        .map(point -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("weight", point.weight());
                            each.put("probability", Score.probability(point.weight()));
                            each.putAll(pairwise(point.quality()));
                            return each;
                        })
                        .toList());
        json.put(
                "thresholds",
                matching.partitions().stream()
                        .map(at -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("match", at.match());
                            each.put("pairwise", pairwise(at.pairwise()));
                            each.put("b3", b3(at.b3()));
                            each.put("largestCustomer", at.largestCustomer());
                            return each;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> pairwise(PairwiseQuality quality) {
        var json = measure(quality.precision(), quality.recall(), quality.f1());
        json.put("foundPairs", quality.foundPairs());
        json.put("truePairs", quality.truePairs());
        json.put("correctPairs", quality.correctPairs());
        return json;
    }

    private static Map<String, Object> b3(BCubed quality) {
        return measure(quality.precision(), quality.recall(), quality.f1());
    }

    private static Map<String, Object> measure(double precision, double recall, double f1) {
        var measure = new LinkedHashMap<String, Object>();
        measure.put("precision", precision);
        measure.put("recall", recall);
        measure.put("f1", f1);
        return measure;
    }

    private static List<Map<String, Object>> mistakes(List<Explained> mistakes, String parts, RecordValues values) {
        return mistakes.stream()
                .map(explained -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put("wrongPairs", explained.mistake().wrongPairs());
                    json.put(
                            parts,
                            explained.mistake().parts().stream()
                                    .map(part -> part.stream()
                                            .map(RecordKey::toString)
                                            .toList())
                                    .toList());
                    json.put(
                            "evidence",
                            explained.evidence().stream()
                                    .map(pair -> evidence(pair, values))
                                    .toList());
                    return (Map<String, Object>) json;
                })
                .toList();
    }

    private static Map<String, Object> evidence(PairEvidence pair, RecordValues values) {
        var json = new LinkedHashMap<String, Object>();
        json.put("left", pair.left().toString());
        json.put("right", pair.right().toString());
        json.put("linked", pair.linked());
        json.put("sharedIdentifiers", pair.shared());
        json.put("held", pair.held());
        if (pair.score() != null) {
            json.put("blocks", pair.blocks().name());
            json.put("weight", pair.score().weight());
            json.put("probability", pair.score().probability());
            json.put("breakdown", pair.score().parts());
        }
        if (values.shown()) {
            json.put("values", List.of(values.of(pair.left()), values.of(pair.right())));
        }
        return json;
    }
}
