package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkReport.Refusal;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.partition.Traits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Some lines of a file made comparable, with all that costs time done, so that what is left for {@link Census} is to
 * number them. Each record is a row of words: its key, its time, what it says, its identifiers with their kinds, its
 * names, its claims. A text is two words: where it lies among the bytes, and its hash.
 */
final class Batch {

    private static final long NONE = -1;

    private final Types types;
    private final TextHash hash;
    private final Said said;
    private final Bytes bytes = new Bytes(1 << 14);
    private long[] words = new long[1 << 11];
    private int size;
    private int[] starts = new int[Reading.LINES];
    private int records;

    /** Names of each record's blocks; empty where there is no matching. */
    final List<SortedSet<String>> blocks = new ArrayList<>();

    final List<Refusal> refusals = new ArrayList<>();
    final Map<String, Long> warnings = new TreeMap<>();
    long lines;
    long bytesRead;

    Batch(Types types, TextHash hash, Said said) {
        this.types = types;
        this.hash = hash;
        this.said = said;
    }

    int records() {
        return records;
    }

    byte[] bytes() {
        return bytes.array();
    }

    int start(int record) {
        return starts[record];
    }

    long word(int place) {
        return words[place];
    }

    /** Where the text of that place begins among the bytes. */
    int from(int place) {
        return (int) (words[place] >>> Integer.SIZE);
    }

    int to(int place) {
        return (int) words[place];
    }

    private void add(long word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = word;
    }

    private void addText(String text) {
        int from = bytes.size();
        bytes.putText(text);
        addRange(from);
        add(hash.of(bytes.array(), from, bytes.size()) & 0xffffffffL);
    }

    private void addRange(int from) {
        add((long) from << Integer.SIZE | bytes.size());
    }

    void add(SourceRecord record) {
        if (records == starts.length) {
            starts = Arrays.copyOf(starts, records * 2);
        }
        starts[records++] = size;
        addText(record.key().toString());
        add(record.observedAt().toEpochMilli());
        int from = bytes.size();
        said.write(record, bytes);
        addRange(from);
        add(record.identifiers().size());
        for (Identifier identifier : record.identifiers()) {
            addText(identifier.key());
            add(2L * types.number(identifier.type()) + (record.denied().contains(identifier) ? 1 : 0));
        }
        if (types.readsNames) {
            addName(record, "given:");
            addName(record, "family:");
        }
        if (types.vetoes().length > 0) {
            Traits traits = types.rules.traits(record);
            for (String veto : types.vetoes()) {
                SortedSet<String> claim = traits.claims().get(veto);
                addTextOrNone(claim == null ? null : claim.first());
            }
        }
    }

    private void addName(SourceRecord record, String kind) {
        String found = null;
        for (String name : record.names()) {
            found = name.startsWith(kind) ? name : found;
        }
        addTextOrNone(found);
    }

    private void addTextOrNone(String text) {
        if (text == null) {
            add(NONE);
            add(NONE);
        } else {
            addText(text);
        }
    }

    void warn(FieldProblem warning) {
        String field = warning.field();
        int bracket = field.indexOf('[');
        String place = bracket < 0 ? field : field.replaceAll("\\[\\d+]", "[]");
        warnings.merge(warning.code() + " " + place, 1L, Long::sum);
    }
}
