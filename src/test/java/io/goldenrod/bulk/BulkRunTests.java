package io.goldenrod.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.bulk.BulkOutput.Customer;
import io.goldenrod.bulk.BulkProgress.Phase;
import io.goldenrod.bulk.BulkUnderTest.Picture;
import io.goldenrod.golden.CustomerIds;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over text, from the line to the row, with the shipped policy. */
class BulkRunTests {

    @TempDir
    Path folder;

    private final CompletePolicy policy = CompletePolicy.shipped();
    private final List<Phase> phases = new ArrayList<>();
    private boolean closed;

    private BulkReport run(BulkOutput output, BulkProgress progress, String... files) throws IOException {
        var normalizer = new RecordNormalizer(policy.policy(), RecordLimits.DEFAULT);
        List<BulkInput> inputs = new ArrayList<>();
        for (String file : files) {
            byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
            var in = new ByteArrayInputStream(bytes) {
                @Override
                public void close() {
                    closed = true;
                }
            };
            RecordFile records = RecordFile.open(
                    "file.ndjson",
                    in,
                    FileOptions.defaults(policy.policy().identifierTypes().keySet(), LocalDate.of(2026, 6, 1)));
            inputs.add(new BulkInput("file " + inputs.size(), records, records::bytesRead, bytes.length));
        }
        return new BulkRun(policy, normalizer::normalize, new BulkSettings(2, folder, BulkUnderTest.ARRIVAL), progress)
                .run(inputs, output);
    }

    private static final String ADA = """
            {"source":"crm","recordId":"1","observedAt":"2025-01-01T00:00:00Z","identifiers":[{"type":"email","value":"Ada@Example.org"}],"attributes":{"fullName":"Ada Lovelace","tier":"gold"}}
            """;
    private static final String ADA_AGAIN = """
            {"source":"web","recordId":"7","observedAt":"2025-03-01T00:00:00Z","identifiers":[{"type":"email","value":"ada@example.org"}],"attributes":{"tier":"silver"}}
            """;

    @Test
    void filesAreOneWholeAndRefusedLinesAreToldWithTheirPlaces() throws IOException {
        Picture picture = new Picture();
        String broken =
                "{\"source\":\"crm\"\n\n{\"source\":\"crm\",\"recordId\":\"9\",\"identifiers\":[{\"type\":\"no\","
                        + "\"value\":\"x\"}]}\n";
        BulkReport report =
                run(picture, (phase, done, total) -> note(phase, done, total), ADA + broken, "\n" + ADA_AGAIN + ADA);
        String id = CustomerIds.mint(RecordKey.parse("crm/1"), 0);
        assertThat(picture.members)
                .isEqualTo(Map.of(id, Set.of("record:crm/1", "record:web/7", "email:ada@example.org")));
        assertThat(picture.customers.get(id).profile().value("tier", policy.policy()))
                .isEqualTo("silver");
        assertThat(report.lines()).isEqualTo(5);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(report.refusedBy()).isEqualTo(Map.of("invalid_json", 1L, "unknown_identifier_type", 1L));
        assertThat(report.refusals())
                .extracting(each -> each.file() + ":" + each.line())
                .containsExactly("file 0:2", "file 0:4");
        assertThat(report.replaced()).isEqualTo(1);
        assertThat(report.records()).isEqualTo(2);
        assertThat(report.identifiers()).isEqualTo(1);
        assertThat(report.links()).isEqualTo(2);
        assertThat(report.customers()).isEqualTo(1);
        assertThat(report.sizes()).isEqualTo(Map.of(2L, 1L));
        assertThat(report.largest()).containsExactly(new BulkReport.Large(id, 2));
        assertThat(report.policyHash()).isEqualTo(policy.policy().hash());
        assertThat(report.modelHash()).isEqualTo(policy.matcher().model().hash());
        assertThat(report.seconds()).containsOnlyKeys(Phase.values());
        assertThat(phases).contains(Phase.READING, Phase.RESOLVING, Phase.WRITING);
        assertThat(closed).isTrue();
    }

    private synchronized void note(Phase phase, long done, long total) {
        assertThat(done).isBetween(0L, total);
        phases.add(phase);
    }

    @Test
    void noRecordsAreNoCustomers() throws IOException {
        Picture picture = new Picture();
        BulkReport report = run(picture, BulkProgress.NONE);
        assertThat(report.customers()).isZero();
        assertThat(picture.rows).isEmpty();
    }

    @Test
    void whateverEndsARunLeavesNothingBehind() throws IOException {
        BulkOutput full = new Refusing();
        assertThatThrownBy(() -> run(full, BulkProgress.NONE, ADA)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> run(
                        new Picture(),
                        (phase, done, total) -> {
                            throw new IllegalStateException("stop");
                        },
                        ADA))
                .hasMessage("stop");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    /** An output without room. */
    private static final class Refusing implements BulkOutput {
        @Override
        public void suppressed(Suppressed identifier) {}

        @Override
        public void customer(Customer customer) throws IOException {
            throw new IOException("no room");
        }

        @Override
        public void member(String member, String customerId) {}

        @Override
        public void heldLink(Held link) {}
    }
}
