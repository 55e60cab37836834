package io.goldenrod.quality;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ModelFile;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.training.Trainer;
import io.goldenrod.match.training.TrainingSettings;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Another model than the policy's: a given one, or one learnt from the records themselves. */
public final class ModelChoice {

    private static final String LEARNT = "learnt";

    private ModelChoice() {}

    /**
     * What the policy says.
     *
     * @param models where the policy's model is found
     * @return null when the policy matches by identifiers alone
     */
    public static Matcher of(Policy policy, ModelFile models) {
        Matching matching = policy.matching();
        return matching == null
                ? null
                : new Matcher(matching, models.find(matching.model()).orElseThrow());
    }

    /** The policy's matching with another model. */
    public static Matcher with(Matching matching, MatchModel model) {
        return new Matcher(
                new Matching(
                        model.name(),
                        model.hash(),
                        matching.match(),
                        matching.review(),
                        matching.blocking(),
                        matching.blockRecordsMax(),
                        matching.chain()),
                model);
    }

    /**
     * Learnt without labels; the order of the records does not matter.
     *
     * @param matcher whose model is the template
     */
    public static Matcher learnt(Collection<SourceRecord> records, Matcher matcher, TrainingSettings settings) {
        List<SourceRecord> byKey =
                records.stream().sorted(Comparator.comparing(SourceRecord::key)).toList();
        var builder = new CandidatePairs.Builder(matcher.matching().blockRecordsMax());
        byKey.forEach(record -> builder.add(matcher.blocks(record)));
        MatchModel template = matcher.model();
        return with(
                matcher.matching(),
                new Trainer(template, settings, (what, done, all) -> {})
                        .train(LEARNT, template.version() + 1, byKey, builder.build(), null)
                        .model());
    }
}
