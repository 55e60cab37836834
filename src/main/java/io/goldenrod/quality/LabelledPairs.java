package io.goldenrod.quality;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Subject;
import java.util.Collection;
import java.util.function.Function;

/** The pairs of records that share a block and whose truth is known, weighed by a model. */
final class LabelledPairs {

    private LabelledPairs() {}

    /** @param entityOf the true entity of a record, null when not known */
    static WeightCounts weigh(
            Collection<SourceRecord> records, Matcher matcher, Function<SourceRecord, String> entityOf) {
        MatchModel model = matcher.model();
        var builder = new CandidatePairs.Builder(matcher.matching().blockRecordsMax());
        Subject[] subjects = new Subject[records.size()];
        String[] entities = new String[records.size()];
        for (SourceRecord record : records) {
            int number = builder.add(matcher.blocks(record));
            subjects[number] = model.subject(record);
            entities[number] = entityOf.apply(record);
        }
        var counts = new WeightCounts();
        builder.build().forEach((left, right) -> {
            if (entities[left] != null && entities[right] != null) {
                counts.add(model.weight(subjects[left], subjects[right]), entities[left].equals(entities[right]));
            }
        });
        return counts;
    }
}
