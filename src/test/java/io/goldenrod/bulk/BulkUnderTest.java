package io.goldenrod.bulk;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.RecordSource;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.testkit.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A run over records that are already normalised, and what it gives out. */
final class BulkUnderTest {

    static final Instant ARRIVAL = Instant.parse("2026-06-01T12:00:00Z");
    static final TextHash HASH = TextHash.salted(7);

    private BulkUnderTest() {}

    /** Everything given out, by key. */
    static final class Picture implements BulkOutput {
        final Map<String, Said> customers = new TreeMap<>();
        final Map<String, Set<String>> members = new TreeMap<>();
        final Map<String, String> held = new TreeMap<>();
        final Map<String, String> suppressed = new TreeMap<>();

        /** The rows as they came. */
        final List<String> rows = new ArrayList<>();

        BulkReport report;

        /** What is said of a customer. */
        record Said(long records, long identifiers, Bond bond, GoldenProfile profile) {}

        @Override
        public void suppressed(Suppressed identifier) {
            suppressed.put(identifier.identifier(), identifier.reason() + " " + identifier.records());
            rows.add(identifier.toString());
        }

        @Override
        public void customer(Customer customer) {
            Said twin = customers.put(
                    customer.customerId(),
                    new Said(customer.records(), customer.identifiers(), customer.bond(), customer.profile()));
            if (twin != null) {
                throw new AssertionError("given out twice: " + customer.customerId());
            }
            rows.add(customer.toString());
        }

        @Override
        public void member(String member, String customerId) {
            members.computeIfAbsent(customerId, absent -> new TreeSet<>()).add(member);
            rows.add(member + " " + customerId);
        }

        @Override
        public void heldLink(Held link) {
            String left = link.member().substring("record:".length());
            String key = left + "|" + link.other();
            if (link.observedAt() == null) {
                String right = link.other().substring("record:".length());
                key = left.compareTo(right) < 0 ? left + "~" + right : right + "~" + left;
            }
            held.put(key, link.constraint() + " " + link.detail());
            rows.add(link.toString());
        }
    }

    static Picture of(History history, List<SourceRecord> records) throws IOException {
        return of(history, records, 1, HASH, 0);
    }

    static Picture of(History history, List<SourceRecord> records, int threads, TextHash hash, int atOnce)
            throws IOException {
        Picture picture = new Picture();
        var run = new BulkRun(
                new CompletePolicy(history.policy(), history.matcher()),
                (raw, arrival) ->
                        new NormalizedRecord.Accepted(records.get(Integer.parseInt(raw.recordId())), List.of()),
                new BulkSettings(threads, Path.of(System.getProperty("java.io.tmpdir")), ARRIVAL),
                BulkProgress.NONE,
                hash,
                atOnce);
        picture.report = run.run(List.of(new BulkInput("records", source(records.size()))), picture);
        return picture;
    }

    /** Lines that name the records by their places. */
    private static RecordSource source(int count) {
        List<SourceLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RawRecord raw = new RawRecord("test", String.valueOf(i), null, List.of(), Map.of(), Map.of());
            lines.add(new SourceLine(i + 1L, new ParsedRecord.Read(raw)));
        }
        Iterator<SourceLine> iterator = lines.iterator();
        return new RecordSource() {
            @Override
            public SourceLine next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
