package io.goldenrod.cli;

import io.goldenrod.cli.BlockingCommand.LargeBlock;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.quality.BlockingAnalysis.Findings;
import io.goldenrod.quality.BlockingAnalysis.Missed;
import io.goldenrod.quality.BlockingAnalysis.RuleFindings;
import io.goldenrod.quality.BlockingAnalysis.TruthFindings;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what blocking rules found. */
final class BlockingReport {

    private static final String TOO_LARGE = "they share a block that is too large";

    private final PrintWriter out;

    BlockingReport(PrintWriter out) {
        this.out = out;
    }

    static Map<String, Object> json(Findings findings, List<LargeBlock> largest) {
        var json = new LinkedHashMap<String, Object>();
        json.put("lines", findings.lines());
        json.put("records", findings.records());
        json.put("refused", findings.refused());
        json.put("blockRecordsMax", findings.blockRecordsMax());
        json.put("allPairs", findings.allPairs());
        json.put("pairs", findings.pairs());
        json.put("reduction", findings.reduction());
        TruthFindings truth = findings.truth();
        json.put(
                "rules",
                findings.rules().stream().map(rule -> json(rule, truth)).toList());
        json.put("largest", largest.stream().map(BlockingReport::json).toList());
        if (truth != null) {
            var told = new LinkedHashMap<String, Object>();
            told.put("unlabelled", truth.unlabelled());
            told.put("truePairs", truth.pairs());
            told.put("found", truth.found());
            told.put("recall", truth.recall());
            told.put("missedForBlockSize", truth.skipped());
            told.put("missed", truth.missed().stream().map(BlockingReport::json).toList());
            json.put("truth", told);
        }
        return json;
    }

    private static Map<String, Object> json(RuleFindings rule, TruthFindings truth) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", rule.rule().name());
        json.put(
                "parts",
                rule.rule().parts().stream().map(BlockingRule.Part::toString).toList());
        json.put("records", rule.blocks().records());
        json.put("keys", rule.blocks().keys());
        json.put("blocks", rule.blocks().blocks());
        json.put("skippedBlocks", rule.blocks().skippedBlocks());
        json.put("skippedPairs", rule.blocks().skippedPairs());
        json.put("pairs", rule.pairs().pairs());
        json.put("addedPairs", rule.pairs().added());
        if (truth != null) {
            json.put("truePairs", rule.truePairs());
            json.put("truePairsAlone", rule.trueAlone());
            json.put("recall", share(rule.truePairs(), truth.pairs()));
        }
        return json;
    }

    private static Map<String, Object> json(LargeBlock block) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", block.rule());
        json.put("records", block.records());
        if (block.keyOrNull() != null) {
            json.put("key", block.keyOrNull());
        }
        return json;
    }

    private static Map<String, Object> json(Missed missed) {
        var json = new LinkedHashMap<String, Object>();
        json.put("left", missed.left().toString());
        json.put("right", missed.right().toString());
        json.put("forBlockSize", missed.skipped());
        return json;
    }

    void table(Findings findings, List<LargeBlock> largest) {
        TruthFindings truth = findings.truth();
        out.printf(
                "records    %,d (%,d lines, %,d refused)%n", findings.records(), findings.lines(), findings.refused());
        out.printf(
                Locale.ROOT,
                "pairs      %,d of %,d: %.4f %% less to compare, %.1f a record%n",
                findings.pairs(),
                findings.allPairs(),
                100 * findings.reduction(),
                findings.records() == 0 ? 0 : (double) findings.pairs() / findings.records());
        if (truth != null) {
            out.printf(
                    Locale.ROOT,
                    "recall     %.4f: %,d of %,d true pairs; %,d missed for the size of their blocks alone%n",
                    truth.recall(),
                    truth.found(),
                    truth.pairs(),
                    truth.skipped());
            if (truth.unlabelled() > 0) {
                out.printf("           %,d records without truth%n", truth.unlabelled());
            }
        }
        out.printf("%n%-24s %12s %12s %10s %10s %8s", "rule", "records", "blocks", "pairs", "added", "skipped");
        out.println(truth == null ? "" : String.format("  %7s %7s", "recall", "alone"));
        for (RuleFindings rule : findings.rules()) {
            out.printf(
                    "%-24s %,12d %,12d %,10d %,10d %,8d",
                    rule.rule().name(),
                    rule.blocks().records(),
                    rule.blocks().blocks(),
                    rule.pairs().pairs(),
                    rule.pairs().added(),
                    rule.blocks().skippedBlocks());
            out.println(
                    truth == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "  %7.4f %,7d",
                                    share(rule.truePairs(), truth.pairs()),
                                    rule.trueAlone()));
        }
        out.printf(
                "%nskipped are blocks of more than %,d records; added are pairs that no rule above finds%n",
                findings.blockRecordsMax());
        if (!largest.isEmpty()) {
            out.printf("%nLargest blocks%n");
            largest.forEach(block -> out.printf(
                    "%,10d  %s%n", block.records(), block.keyOrNull() == null ? block.rule() : block.keyOrNull()));
        }
        if (truth != null && !truth.missed().isEmpty()) {
            out.printf("%nTrue pairs that no rule finds%n");
            truth.missed()
                    .forEach(missed -> out.printf(
                            "%12s%s %s%s%n",
                            "", missed.left(), missed.right(), missed.skipped() ? ": " + TOO_LARGE : ""));
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
