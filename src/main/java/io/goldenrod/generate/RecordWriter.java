package io.goldenrod.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes records and, beside them, the truth: {@code record_id,entity_id}. The streams stay open; end with
 * {@link #finish}.
 */
public final class RecordWriter implements Generator.Sink {

    /** Records that are held back in order to mix them: some 50 MB. */
    static final int MIXED_MAX = 100_000;

    private static final int BUFFER_CHARS = 1 << 16;

    private final RecordFormat format;
    private final Writer records;
    private final Writer truth;
    private final Draw draw;
    private final Line[] waiting;
    private int waitingCount;
    private long count;

    private record Line(String record, String truth) {}

    /** @param truth null when nobody asks for it */
    public RecordWriter(
            RecordFormat format,
            RecordOrder order,
            GeneratorSettings settings,
            OutputStream records,
            OutputStream truth)
            throws IOException {
        this.format = format;
        this.records = writer(records);
        this.truth = writer(truth == null ? OutputStream.nullOutputStream() : truth);
        draw = new Draw(settings.seed(), Draw.Purpose.ORDER, 0);
        waiting = new Line[order == RecordOrder.MIXED ? MIXED_MAX : 0];
        if (format.header() != null) {
            this.records.append(format.header()).append('\n');
        }
        this.truth.append("record_id,entity_id\n");
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS);
    }

    @Override
    public void take(GeneratedRecord record) throws IOException {
        count++;
        Line line = new Line(format.line(record.record()), record.key() + "," + record.entity());
        if (waitingCount < waiting.length) {
            waiting[waitingCount++] = line;
        } else if (waitingCount == 0) {
            write(line);
        } else {
            int at = draw.below(waitingCount);
            write(waiting[at]);
            waiting[at] = line;
        }
    }

    private void write(Line line) throws IOException {
        records.append(line.record()).append('\n');
        truth.append(line.truth()).append('\n');
    }

    /** Writes what was held back, and all of it through to the streams. */
    public void finish() throws IOException {
        while (waitingCount > 0) {
            int at = draw.below(waitingCount);
            write(waiting[at]);
            waiting[at] = waiting[--waitingCount];
        }
        records.flush();
        truth.flush();
    }

    /** Records taken so far. */
    public long count() {
        return count;
    }
}
