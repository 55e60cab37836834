package io.goldenrod.cli;

import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.PairsReport;
import io.goldenrod.quality.PairsReport.Confusion;
import io.goldenrod.quality.PairsReport.Judged;
import java.util.LinkedHashMap;
import java.util.Map;

/** The judgement of pairs as JSON. */
final class PairsJson {

    private PairsJson() {}

    static Map<String, Object> of(PairsReport report, Policy policy) {
        var json = new LinkedHashMap<String, Object>();
        json.put("policy", policy.hash());
        json.put("model", report.model().hash());
        json.put("pairs", report.pairs());
        json.put("unread", report.unread());
        json.put("match", report.match());
        json.put("review", report.review());
        json.put("prior", report.model().prior());
        json.putAll(of(report.all()));
        var groups = new LinkedHashMap<String, Object>();
        report.groups().forEach((name, confusion) -> groups.put(name, of(confusion)));
        json.put("groups", groups);
        json.put("worst", report.worst().stream().map(PairsJson::of).toList());
        json.put("warnings", report.warnings());
        json.put("refusals", report.refusals());
        return json;
    }

    private static Map<String, Object> of(Confusion confusion) {
        var json = new LinkedHashMap<String, Object>();
        json.put("accuracy", confusion.accuracy());
        json.put("notToMatch", confusion.share(Verdict.NONE, Verdict.MATCH));
        json.put("matchToNot", confusion.share(Verdict.MATCH, Verdict.NONE));
        var counts = new LinkedHashMap<String, Object>();
        for (Verdict expected : Verdict.values()) {
            var row = new LinkedHashMap<String, Object>();
            for (Verdict verdict : Verdict.values()) {
                row.put(PairsTable.named(verdict), confusion.count(expected, verdict));
            }
            counts.put(PairsTable.named(expected), row);
        }
        json.put("counts", counts);
        return json;
    }

    private static Map<String, Object> of(Judged pair) {
        var json = new LinkedHashMap<String, Object>();
        json.put("line", pair.line());
        json.put("group", pair.group());
        json.put("said", PairsTable.named(pair.expected()));
        json.put("verdict", PairsTable.named(pair.verdict()));
        json.put("probability", pair.score().probability());
        json.put("breakdown", pair.score().parts());
        return json;
    }
}
