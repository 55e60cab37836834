package io.goldenrod.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.quality.Truth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordWriterTests {

    private static final GeneratorSettings SETTINGS = GeneratorSettings.of(500, 42);

    private record Written(byte[] records, byte[] truth) {
        List<String> lines() {
            return new String(records, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Written write(GeneratorSettings settings, RecordFormat format, RecordOrder order)
            throws IOException {
        var records = new ByteArrayOutputStream();
        var truth = new ByteArrayOutputStream();
        var writer = new RecordWriter(format, order, settings, records, truth);
        new Generator(settings).run(writer);
        writer.finish();
        return new Written(records.toByteArray(), truth.toByteArray());
    }

    private static List<ParsedRecord> read(String name, byte[] file) throws IOException {
        var options = new FileOptions(
                null,
                null,
                null,
                StandardCharsets.UTF_8,
                null,
                PolicyFile.shipped().identifierTypes().keySet(),
                RecordLimits.DEFAULT,
                LocalDate.of(2030, 1, 1));
        List<ParsedRecord> records = new ArrayList<>();
        try (RecordFile in = RecordFile.open(name, new ByteArrayInputStream(file), options)) {
            for (SourceLine line = in.next(); line != null; line = in.next()) {
                records.add(line.parsed());
            }
        }
        return records;
    }

    private static List<GeneratedRecord> generated() throws IOException {
        List<GeneratedRecord> records = new ArrayList<>();
        new Generator(SETTINGS).run(records::add);
        return records;
    }

    /** A change here makes other files of every seed: figures that were measured on such files are then of the past. */
    @Test
    void theBytesAreTheSameOnEveryMachine() throws Exception {
        Written written = write(SETTINGS, RecordFormat.NDJSON, RecordOrder.MIXED);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written.records())))
                .isEqualTo("dbd59c5d04997a941148839f8318d0c2d7873d5f41d36a7bd073e32fa0d08173");
    }

    @Test
    void readBackTheRecordsAreWhatWasGenerated() throws IOException {
        assertThat(read(
                        "records.ndjson",
                        write(SETTINGS, RecordFormat.NDJSON, RecordOrder.PEOPLE).records()))
                .containsExactlyElementsOf(generated().stream()
                        .map(each -> (ParsedRecord) new ParsedRecord.Read(each.record()))
                        .toList());
    }

    @Test
    void asTableTheySayTheSameButForSecondNumbers() throws IOException {
        var table = read(
                "records.csv",
                write(SETTINGS, RecordFormat.CSV, RecordOrder.PEOPLE).records());
        var records = generated();
        assertThat(table).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            var expected = records.get(i).record();
            assertThat(table.get(i)).isInstanceOfSatisfying(ParsedRecord.Read.class, read -> {
                assertThat(read.record().recordId()).isEqualTo(expected.recordId());
                assertThat(read.record().observedAt()).isEqualTo(expected.observedAt());
                assertThat(read.record().attributes()).isEqualTo(expected.attributes());
                assertThat(read.record().consent()).isEqualTo(expected.consent());
                assertThat(expected.identifiers()).containsAll(read.record().identifiers());
                assertThat(read.record().identifiers().stream()
                                .map(each -> each.type())
                                .distinct())
                        .containsExactlyInAnyOrderElementsOf(expected.identifiers().stream()
                                .map(each -> each.type())
                                .distinct()
                                .toList());
            });
        }
    }

    @Test
    void theTruthNamesEveryRecord() throws IOException {
        Written written = write(SETTINGS, RecordFormat.NDJSON, RecordOrder.MIXED);
        Truth truth = Truth.read("truth.csv", new ByteArrayInputStream(written.truth()));
        Map<RecordKey, String> entities = generated().stream()
                .collect(Collectors.toMap(
                        each -> new RecordKey(
                                each.record().source(), each.record().recordId()),
                        GeneratedRecord::entity));
        assertThat(truth.size()).isEqualTo(entities.size());
        entities.forEach((key, entity) -> assertThat(truth.entityOf(key)).isEqualTo(entity));
    }

    @Test
    void mixedTheyAreTheSameRecordsFarFromEachOther() throws IOException {
        var together = write(SETTINGS, RecordFormat.NDJSON, RecordOrder.PEOPLE).lines();
        var mixed = write(SETTINGS, RecordFormat.NDJSON, RecordOrder.MIXED).lines();
        assertThat(mixed).containsExactlyInAnyOrderElementsOf(together).isNotEqualTo(together);
        int near = 0;
        for (int i = 1; i < together.size(); i++) {
            near += Math.abs(mixed.indexOf(together.get(i)) - mixed.indexOf(together.get(i - 1))) < 20 ? 1 : 0;
        }
        assertThat(near).isLessThan(together.size() / 10);
    }

    @Test
    void togetherMorePeopleOnlyAddToTheEnd() throws IOException {
        byte[] few = write(GeneratorSettings.of(100, 42), RecordFormat.NDJSON, RecordOrder.PEOPLE)
                .records();
        byte[] many = write(SETTINGS, RecordFormat.NDJSON, RecordOrder.PEOPLE).records();
        assertThat(many).startsWith(few);
    }
}
