package io.goldenrod.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.goldenrod.ingest.ParsedRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrokenOffTests {

    @Test
    void zstdIsReadByItsContentAndCutOffTheSameAsGzip() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("{\"source\":\"crm\",\"recordId\":\"")
                    .append(Integer.toHexString(i * 7919))
                    .append("\"}\n");
        }
        byte[] whole = Zstd.compress(bytes(text.toString()));
        assertThat(summary("x.ndjson.zst", whole)).hasSize(20_000).contains("2 crm/1eef");
        List<String> lines = summary("x.ndjson.zst", Arrays.copyOf(whole, whole.length - 100));
        assertThat(lines.get(lines.size() - 1)).endsWith("record truncated_input");
        whole[whole.length / 2] ^= 0x55;
        whole[whole.length / 2 + 1] ^= 0x55;
        List<String> damaged = summary("x.ndjson.zst", whole);
        assertThat(damaged.size()).isLessThan(20_001);
    }

    @Test
    void aLastLineThatIsCutOffIsToldFromOneThatIsWrong() throws IOException {
        String good = "{\"source\":\"crm\",\"recordId\":\"1\"}";
        assertThat(summary("x.ndjson", good + "\n" + good)).containsExactly("1 crm/1", "2 crm/1");
        assertThat(summary("x.ndjson", good + "\n{\"source\":")).containsExactly("1 crm/1", "2 record truncated_input");
        assertThat(summary("x.ndjson", good + "\n{\"source\":\n")).containsExactly("1 crm/1", "2 record invalid_json");
        assertThat(summary("x.ndjson", "{\"DATA_SOURCE\":\"A\"}\n{\"DATA_"))
                .last()
                .isEqualTo("2 record truncated_input");
        assertThat(summary("x.csv", "source,recordId,email\ncrm,1,a@b.org\ncrm,2"))
                .containsExactly("2 crm/1", "3 record truncated_input");
        assertThat(summary("x.csv", "source,recordId,email\ncrm,1\ncrm,2,a@b.org"))
                .containsExactly("2 record wrong_column_count", "3 crm/2");
    }

    private static List<String> summary(String name, String text) throws IOException {
        return summary(name, bytes(text));
    }

    private static List<String> summary(String name, byte[] content) throws IOException {
        var lines = new ArrayList<String>();
        var options = FileOptions.defaults(Set.of("email"), LocalDate.of(2026, 5, 2));
        try (RecordFile file = RecordFile.open(name, new ByteArrayInputStream(content), options)) {
            for (SourceLine line = file.next(); line != null; line = file.next()) {
                lines.add(line.number() + " "
                        + (line.parsed() instanceof ParsedRecord.Read read
                                ? read.record().source() + "/" + read.record().recordId()
                                : "record "
                                        + ((ParsedRecord.Refused) line.parsed())
                                                .problems()
                                                .get(0)
                                                .code()));
            }
        }
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
