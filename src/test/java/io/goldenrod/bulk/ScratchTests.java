package io.goldenrod.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Chance;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTests {

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBackInAnyOrder() throws IOException {
        Chance chance = new Chance(3);
        List<byte[]> pieces = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        try (Scratch scratch = Scratch.open(folder)) {
            for (int i = 0; i < 3_000; i++) {
                byte[] piece = new byte[i == 1_000 ? 3_000_000 : chance.between(0, 2_000)];
                Arrays.fill(piece, (byte) chance.between(0, 255));
                pieces.add(piece);
                starts.add(scratch.add(piece, 0, piece.length));
            }
            scratch.seal();
            Scratch.Reader reader = scratch.reader();
            for (int i = 0; i < 6_000; i++) {
                int which = i < 3_000 ? i : chance.between(0, 2_999);
                byte[] target = new byte[pieces.get(which).length];
                reader.read(starts.get(which), target.length, target);
                assertThat(target).isEqualTo(pieces.get(which));
            }
        }
    }

    @Test
    void nobodyFindsTheFileAndNothingIsLeft() throws IOException {
        try (Scratch scratch = Scratch.open(folder)) {
            scratch.add(new byte[] {1}, 0, 1);
            scratch.seal();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> Scratch.open(absent))
                .isInstanceOf(BulkException.class)
                .hasMessageContaining(absent.toString());
    }

    @Test
    void everyJsonValueComesBackEqual() {
        Map<String, Object> address = new TreeMap<>(Map.of("line1", "1 High Street", "floor", 3, "flat", true));
        List<Object> values = List.of(
                "Ada",
                "\uD83D\uDE00 é",
                true,
                false,
                7,
                8L,
                1.5,
                new BigDecimal("1.50"),
                new BigInteger("12345678901234567890"),
                List.of("a", 1, List.of(), Map.of()),
                address);
        TreeMap<String, AttributeValue> attributes = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            attributes.put("attribute" + i, new AttributeValue(values.get(i), values.get(i) + (i % 2 == 0 ? "" : "~")));
        }
        TreeMap<String, Boolean> consent = new TreeMap<>(Map.of("ads", true, "email", false));
        // more names than are numbered
        for (int i = 0; i < 5_000; i++) {
            consent.put("purpose" + i, i % 3 == 0);
        }
        SourceRecord record = new SourceRecord(
                RecordKey.parse("crm/1"), Instant.EPOCH, List.of(), Set.of(), attributes, Set.of(), consent, "");
        Said said = new Said();
        Bytes bytes = new Bytes(4);
        said.write(record, bytes);
        Bytes read = new Bytes(4);
        System.arraycopy(bytes.array(), 0, read.toRead(bytes.size()), 0, bytes.size());
        Said.Content content = said.read(read);
        assertThat(content.attributes()).isEqualTo(attributes);
        assertThat(content.consent()).isEqualTo(consent);
    }
}
