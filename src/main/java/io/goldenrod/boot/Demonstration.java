package io.goldenrod.boot;

import io.goldenrod.graph.Quarantine;
import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.RecordSources;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.ingest.RecordStream.LineAnswer;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes in the records of invented people that ship with the program, by the way that a client's records go, and tells
 * what became of them.
 *
 * <p>Each start takes the file in. After the first one nothing changes, which shows that repeats do no harm.
 */
@Component
@Profile("demo")
final class Demonstration {

    static final String REQUEST = "demonstration";
    private static final String FILE = "/demo/records.ndjson";

    /** Small, so that customers meet records of later days as they do in life, and not all at once. */
    private static final int LINES_AT_ONCE = 20;

    private final RecordStream stream;
    private final RecordJson json;
    private final RecordLimits limits;
    private final Quarantine quarantine;
    private final DemonstrationReport report;

    Demonstration(
            RecordStream stream,
            RecordJson json,
            RecordLimits limits,
            Quarantine quarantine,
            DemonstrationReport report) {
        this.stream = stream;
        this.json = json;
        this.limits = limits;
        this.quarantine = quarantine;
        this.report = report;
    }

    /**
     * What was answered to the lines of the file.
     *
     * @param outcomes how many accepted lines did what
     */
    record Answers(long lines, long refused, Map<Outcome, Long> outcomes) {
        boolean changedNothing() {
            return outcomes.keySet().stream().allMatch(Demonstration::isKnown);
        }

        long count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }
    }

    /** @param url where the service is */
    void run(String url, PrintStream out) {
        report.print(takeIn(), url, out);
    }

    private Answers takeIn() {
        long lines = 0;
        long refused = 0;
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        try (InputStream file = Demonstration.class.getResourceAsStream(FILE);
                var reader = new LineReader(file, limits.recordBytesMax())) {
            RecordStream.Source records = RecordSources.lines(reader, json, limits);
            for (List<LineAnswer> answers = next(records); !answers.isEmpty(); answers = next(records)) {
                lines += answers.size();
                for (LineAnswer answer : answers) {
                    if (answer.answer().accepted()) {
                        outcomes.merge(answer.answer().outcome(), 1L, Long::sum);
                    } else {
                        refused++;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's records cannot be read", e);
        } catch (RecordStream.Interrupted e) {
            throw new IllegalStateException("the demonstration broke off; start again to go on", e);
        }
        return new Answers(lines, refused, outcomes);
    }

    private List<LineAnswer> next(RecordStream.Source records) throws IOException, RecordStream.Interrupted {
        var some = new ArrayList<RecordStream.Item>();
        for (RecordStream.Item item = null; some.size() < LINES_AT_ONCE && (item = records.next()) != null; ) {
            some.add(item);
        }
        var items = some.iterator();
        var answers = new ArrayList<LineAnswer>();
        stream.run(() -> items.hasNext() ? items.next() : null, REQUEST, answers::addAll);
        forgetKnownRefusals(answers);
        return answers;
    }

    /** Lines that were taken in before are in the quarantine already, or a steward has dealt with them. */
    private void forgetKnownRefusals(List<LineAnswer> answers) {
        boolean known = answers.stream()
                .filter(answer -> answer.answer().accepted())
                .allMatch(answer -> isKnown(answer.answer().outcome()));
        if (known) {
            answers.stream().map(LineAnswer::refusalId).filter(id -> id != null).forEach(quarantine::delete);
        }
    }

    private static boolean isKnown(Outcome outcome) {
        return outcome == Outcome.UNCHANGED || outcome == Outcome.STALE;
    }
}
