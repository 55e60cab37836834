package io.goldenrod.bulk;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives records back as they were read; of one thread. */
final class RecordReader {

    private final Census census;
    private final Said said;
    private final Scratch.Reader scratch;
    private final Bytes bytes = new Bytes(1 << 10);

    RecordReader(Census census, Said said, Scratch scratch) {
        this.census = census;
        this.said = said;
        this.scratch = scratch.reader();
    }

    /** The whole record, but for its fingerprint. */
    SourceRecord whole(int record) throws IOException {
        List<Identifier> identifiers = new ArrayList<>();
        Set<Identifier> denied = new HashSet<>();
        for (int i = census.linkStart(record); i < census.linkEnd(record); i++) {
            Identifier identifier = census.identifier(census.identifierAt(i));
            identifiers.add(identifier);
            if (census.isDenied(census.identifierAt(i))) {
                denied.add(identifier);
            }
        }
        Set<String> names = new HashSet<>();
        for (int which = 0; which < 2 && census.types.readsNames; which++) {
            int name = census.name(record, which);
            if (name >= 0) {
                names.add(census.nameText(name));
            }
        }
        return read(record, identifiers, denied, names);
    }

    /** What it says, for a profile: without identifiers and names. */
    SourceRecord attributes(int record) throws IOException {
        return read(record, List.of(), Set.of(), Set.of());
    }

    private SourceRecord read(int record, List<Identifier> identifiers, Set<Identifier> denied, Set<String> names)
            throws IOException {
        int length = census.saidBytes.get(record);
        scratch.read(census.saidAt.get(record), length, bytes.toRead(length));
        Said.Content content = said.read(bytes);
        return new SourceRecord(
                census.key(record),
                Instant.ofEpochMilli(census.observedAt.get(record)),
                identifiers,
                denied,
                content.attributes(),
                names,
                content.consent(),
                "");
    }
}
