package io.goldenrod.bulk;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Traits;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All records and identifiers by number, in the order in which they first came, and the links between them in columns.
 * Some 45 bytes a record and 35 an identifier beside their keys, and 8 bytes a link. Filled by one thread.
 */
final class Census {

    private static final int DENIED = 1;

    final Types types;
    final Dictionary records = new Dictionary();
    final Dictionary identifiers = new Dictionary();

    /** By record, when it was observed, epoch milliseconds. */
    final LongColumn observedAt = new LongColumn();

    /** By record, where in the temporary file lies what it says. */
    final LongColumn saidAt = new LongColumn();

    final IntColumn saidBytes = new IntColumn();

    /** By record, the first place of its identifiers among the links. */
    private final IntColumn linkStarts = new IntColumn();

    /** By record, the place behind the last of them. */
    private final IntColumn linkEnds = new IntColumn();

    /** The identifiers that a record carries, one record after the other; of replaced records too. */
    private final IntColumn links = new IntColumn();

    /** By identifier its type, doubled, and one more when its value is denied. */
    private final IntColumn kinds = new IntColumn();

    /** Of given and family names one after the other, two a record; empty where nobody looks at names. */
    private final IntColumn names = new IntColumn();

    private final Dictionary nameTexts = new Dictionary();

    /** What records say in the attributes of vetoes, one number a veto and record. */
    private final IntColumn claims = new IntColumn();

    private final Dictionary claimTexts = new Dictionary();

    /** By identifier, the first place of its records; one more at the end. Empty before {@link #seal}. */
    int[] carrierStarts = {};

    /** The records that carry an identifier, in order. */
    int[] carriers = {};

    Census(Types types) {
        this.types = types;
    }

    int records() {
        return records.size();
    }

    int identifiers() {
        return identifiers.size();
    }

    int linkStart(int record) {
        return linkStarts.get(record);
    }

    int linkEnd(int record) {
        return linkEnds.get(record);
    }

    /** The identifier at a place among the links. */
    int identifierAt(int place) {
        return links.get(place);
    }

    int type(int identifier) {
        return kinds.get(identifier) >> 1;
    }

    boolean isDenied(int identifier) {
        return (kinds.get(identifier) & DENIED) != 0;
    }

    /** The record's given and family name at the places 0 and 1; -1 for none. */
    int name(int record, int which) {
        return names.get(2 * record + which);
    }

    /** The number of what the record says under a veto; -1 for nothing. */
    int claim(int record, int veto) {
        return claims.get(record * types.vetoes().length + veto);
    }

    String nameText(int name) {
        return nameTexts.text(name);
    }

    RecordKey key(int record) {
        return RecordKey.parse(records.text(record));
    }

    Identifier identifier(int identifier) {
        return Identifier.parse(identifiers.text(identifier));
    }

    /** What constraints need to know of the record. */
    Traits traits(int record) {
        TreeMap<String, SortedSet<String>> said = null;
        for (int veto = 0; veto < types.vetoes().length; veto++) {
            int claim = claim(record, veto);
            if (claim >= 0) {
                said = said == null ? new TreeMap<>() : said;
                said.put(types.vetoes()[veto], new TreeSet<>(Set.of(claimTexts.text(claim))));
            }
        }
        return said == null ? Traits.NONE : new Traits(false, new TreeMap<>(), said);
    }

    /**
     * Takes the next record of a batch, unless a newer one of the same key was there.
     *
     * @return its number; -1 when it is stale
     */
    int take(Batch batch, int record, Scratch scratch) {
        int cursor = batch.start(record);
        byte[] bytes = batch.bytes();
        int before = records.size();
        int number = number(records, batch, cursor);
        long at = batch.word(cursor + 2);
        boolean isNew = records.size() > before;
        if (!isNew && at < observedAt.get(number)) {
            return -1;
        }
        int saidFrom = batch.from(cursor + 3);
        int saidLength = batch.to(cursor + 3) - saidFrom;
        long place = scratch.add(bytes, saidFrom, saidLength);
        int start = links.size();
        cursor += 4;
        for (int left = (int) batch.word(cursor++); left > 0; left--) {
            int size = identifiers.size();
            int identifier = number(identifiers, batch, cursor);
            if (identifiers.size() > size) {
                kinds.add((int) batch.word(cursor + 2));
            }
            links.add(identifier);
            cursor += 3;
        }
        if (isNew) {
            observedAt.add(at);
            saidAt.add(place);
            saidBytes.add(saidLength);
            linkStarts.add(start);
            linkEnds.add(links.size());
        } else {
            observedAt.set(number, at);
            saidAt.set(number, place);
            saidBytes.set(number, saidLength);
            linkStarts.set(number, start);
            linkEnds.set(number, links.size());
        }
        int namesRead = types.readsNames ? 2 : 0;
        for (int i = 0; i < namesRead; i++, cursor += 2) {
            put(names, number * 2 + i, text(nameTexts, batch, cursor));
        }
        int vetoes = types.vetoes().length;
        for (int veto = 0; veto < vetoes; veto++, cursor += 2) {
            put(claims, number * vetoes + veto, text(claimTexts, batch, cursor));
        }
        return number;
    }

    private static void put(IntColumn column, int place, int value) {
        if (place == column.size()) {
            column.add(value);
        } else {
            column.set(place, value);
        }
    }

    private static int number(Dictionary dictionary, Batch batch, int cursor) {
        return dictionary.number(batch.bytes(), batch.from(cursor), batch.to(cursor), (int) batch.word(cursor + 1));
    }

    private static int text(Dictionary dictionary, Batch batch, int cursor) {
        return batch.word(cursor) < 0 ? -1 : number(dictionary, batch, cursor);
    }

    /** After the last record: turns the links round. */
    void seal() {
        records.seal();
        identifiers.seal();
        nameTexts.seal();
        claimTexts.seal();
        carrierStarts = new int[identifiers.size() + 1];
        for (int record = 0; record < records.size(); record++) {
            for (int i = linkStarts.get(record); i < linkEnds.get(record); i++) {
                carrierStarts[links.get(i) + 1]++;
            }
        }
        for (int i = 0; i < identifiers.size(); i++) {
            carrierStarts[i + 1] = Math.addExact(carrierStarts[i], carrierStarts[i + 1]);
        }
        carriers = new int[carrierStarts[identifiers.size()]];
        // the starts move up as places are taken, and are put back
        for (int record = 0; record < records.size(); record++) {
            for (int i = linkStarts.get(record); i < linkEnds.get(record); i++) {
                carriers[carrierStarts[links.get(i)]++] = record;
            }
        }
        System.arraycopy(carrierStarts, 0, carrierStarts, 1, identifiers.size());
        if (carrierStarts.length > 0) {
            carrierStarts[0] = 0;
        }
    }
}
