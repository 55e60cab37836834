package io.goldenrod.ingest;

import io.goldenrod.ingest.LineReader.Broken;
import io.goldenrod.ingest.LineReader.Content;
import io.goldenrod.ingest.LineReader.Line;
import io.goldenrod.ingest.LineReader.TooLong;
import io.goldenrod.ingest.RecordJson.Element;
import io.goldenrod.ingest.RecordStream.Item;
import io.goldenrod.ingest.RecordStream.Source;
import io.goldenrod.normalize.RecordLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What a {@link RecordStream} can read from. */
public final class RecordSources {

    private RecordSources() {}

    /** Newline-delimited JSON, one record a line. */
    public static Source lines(LineReader reader, RecordJson json, RecordLimits limits) {
        return () -> {
            Line line = reader.next();
            if (line == null) {
                return null;
            }
            if (line instanceof Content content) {
                String text = new String(content.bytes(), StandardCharsets.UTF_8);
                ParsedRecord parsed = json.read(content.bytes());
                return new Item(line.number(), text, isAsSent(content.bytes(), text), parsed);
            }
            if (line instanceof TooLong) {
                return new Item(
                        line.number(), "", false, new ParsedRecord.Refused(List.of(LimitProblems.tooLarge(limits))));
            }
            String code = ((Broken) line).code();
            String message = "the compressed stream ends or breaks here; nothing after it was read";
            return new Item(line.number(), "", false, ParsedRecord.refused(ParsedRecord.WHOLE, code, message));
        };
    }

    /** Whether the text is all that was sent: bytes that are not UTF-8 are lost in it, so it must not be replayed. */
    private static boolean isAsSent(byte[] bytes, String text) {
        return text.indexOf('\uFFFD') < 0 || Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The elements of an array; each counts as a line. */
    public static Source elements(List<Element> elements) {
        Iterator<Element> iterator = elements.iterator();
        return new Source() {
            private long line;

            @Override
            public Item next() {
                if (!iterator.hasNext()) {
                    return null;
                }
                Element element = iterator.next();
                return new Item(++line, element.text(), true, element.parsed());
            }
        };
    }
}
