package io.goldenrod.console.intake;

import io.goldenrod.console.Acting;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What would become of the first lines of a file: done and taken back. */
@Component
class Preview {

    /** Writers wait meanwhile, so there are few. */
    static final int LINES_MAX = 50;

    private final FileReading reading;
    private final RecordIntake intake;
    private final Values values;

    Preview(FileReading reading, RecordIntake intake, Values values) {
        this.reading = reading;
        this.intake = intake;
        this.values = values;
    }

    /**
     * What would happen.
     *
     * @param outcomes how many lines of each, {@code REFUSED} among them
     * @param isAll whether the file has no more lines
     */
    record View(List<LineView> lines, Map<String, Integer> outcomes, boolean isAll) {}

    /**
     * A line.
     *
     * @param said what was read of it, shortened
     * @param record its name; null when it has none
     * @param outcome {@code REFUSED} or what it would do
     * @param customer the one that it would come to; null when refused, and when that would be a new one
     * @param notes what is wrong, or was left out
     */
    record LineView(
            long number,
            Shown said,
            Shown record,
            String outcome,
            Shown customer,
            List<Shown> merged,
            int held,
            List<Shown> notes) {}

    View of(Upload upload) throws IOException {
        List<SourceLine> lines = reading.first(upload, LINES_MAX);
        List<RawRecord> records = new ArrayList<>();
        for (SourceLine line : lines) {
            if (line.parsed() instanceof ParsedRecord.Read read) {
                records.add(read.record());
            }
        }
        List<RecordAnswer> answers = records.isEmpty()
                ? List.of()
                : intake.preview(records, Acting.requestName()).answers();
        List<LineView> shown = new ArrayList<>();
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        int next = 0;
        for (SourceLine line : lines) {
            LineView view = line.parsed() instanceof ParsedRecord.Read read
                    ? view(line.number(), read.record(), answers.get(next++))
                    : refused(line.number(), ((ParsedRecord.Refused) line.parsed()).problems());
            shown.add(view);
            outcomes.merge(view.outcome(), 1, Integer::sum);
        }
        return new View(shown, outcomes, lines.size() < LINES_MAX);
    }

    private LineView view(long number, RawRecord record, RecordAnswer answer) {
        Stream<String> identifiers = record.identifiers().stream().map(each -> String.valueOf(each.value()));
        Stream<String> attributes = record.attributes().values().stream()
                .map(each -> values.attribute("preview", each).text());
        Shown said = values.raw(Stream.concat(identifiers, attributes).limit(6).collect(Collectors.joining(" · ")));
        boolean isNew = answer.outcome() == RecordAnswer.Outcome.CREATED;
        return new LineView(
                number,
                said,
                answer.key() == null
                        ? null
                        : new Shown(values.record(answer.key()).text(), "record", null),
                answer.accepted() ? answer.outcome().name() : "REFUSED",
                answer.customerId() == null || isNew ? null : values.customer(answer.customerId()),
                answer.merged().stream().map(values::customer).toList(),
                answer.held().size(),
                Stream.concat(answer.errors().stream(), answer.warnings().stream())
                        .map(this::note)
                        .toList());
    }

    private LineView refused(long number, List<FieldProblem> problems) {
        return new LineView(
                number,
                null,
                null,
                "REFUSED",
                null,
                List.of(),
                0,
                problems.stream().map(this::note).toList());
    }

    private Shown note(FieldProblem problem) {
        return values.words(problem.field() + ": " + problem.message());
    }
}
