package io.goldenrod.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.file.CsvRows.BadRow;
import io.goldenrod.ingest.file.CsvRows.Cells;
import io.goldenrod.ingest.file.CsvRows.Row;
import io.goldenrod.normalize.RecordLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvRowsTests {

    private static final RecordLimits LIMITS = new RecordLimits(10, 10, 1024, 100, 3, 3);

    @Test
    void partsCells() throws IOException {
        assertThat(rows("a,b\r\nc,\n")).containsExactly("1[a, b]", "2[c, ]");
        assertThat(rows("\"a\",\"b,\"\"c\"\"\"\n\"\",x")).containsExactly("1[a, b,\"c\"]", "2[, x]");
        assertThat(rows(",,\n")).containsExactly("1[, , ]");
        assertThat(rows("a \"b\" c,5\" pipe\n")).containsExactly("1[a \"b\" c, 5\" pipe]");
        assertThat(rows("\uFEFFa,b\n")).containsExactly("1[a, b]");
        assertThat(rows(" a , \"b\" \n")).containsExactly("1[ a ,  \"b\" ]");
    }

    @Test
    void aQuotedCellMayGoOverSeveralLines() throws IOException {
        assertThat(rows("a,\"b\nc\n\nd\"\ne,f")).containsExactly("1[a, b\nc\n\nd]", "5[e, f]");
        assertThat(rows("\"a\r\nb\",c\r\n")).containsExactly("1[a\nb, c]");
    }

    @Test
    void skipsBlankRowsAndKeepsCount() throws IOException {
        assertThat(rows("a\n\n \t\n\r\nb\n")).containsExactly("1[a]", "5[b]");
    }

    @Test
    void anOpenQuoteCostsOneLineAndNotTheFile() throws IOException {
        assertThat(rows("a,b\nc,\"d\ne,f\ng,h\n")).containsExactly("1[a, b]", "2!unclosed_quote", "3[e, f]", "4[g, h]");
        String far = "x,y\n".repeat(1000);
        assertThat(rows("c,\"d\n" + far).subList(0, 3)).containsExactly("1!unclosed_quote", "2[x, y]", "3[x, y]");
        assertThat(rows("\"")).containsExactly("1!unclosed_quote");
        assertThat(rows("\"a\n" + "z".repeat(2000) + "\nb"))
                .containsExactly("1!unclosed_quote", "2!record_too_large", "3[b]");
    }

    @Test
    void textBehindAClosingQuoteIsRefused() throws IOException {
        assertThat(rows("\"a\"b,c\nd,e")).containsExactly("1!invalid_csv", "2[d, e]");
        assertThat(rows("\"a\" ,c\nd,e")).containsExactly("1!invalid_csv", "2[d, e]");
    }

    @Test
    void aHugeLineIsRefusedAlone() throws IOException {
        assertThat(rows("a\n" + "x".repeat(10_000_000) + "\nb")).containsExactly("1[a]", "2!record_too_large", "3[b]");
    }

    @Test
    void bytesThatAreNotOfTheCharsetAreRefusedByLine() throws IOException {
        byte[] latin = "a\nZo\u00EB\nb".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rows(latin, ',', StandardCharsets.UTF_8)).containsExactly("1[a]", "2!invalid_encoding", "3[b]");
        assertThat(rows(latin, ',', StandardCharsets.ISO_8859_1)).containsExactly("1[a]", "2[Zo\u00EB]", "3[b]");
    }

    @Test
    void aTabCanPartCellsAndEmptyOnesAtTheEndsStay() throws IOException {
        assertThat(rows("\ta\t\n".getBytes(StandardCharsets.UTF_8), '\t', StandardCharsets.UTF_8))
                .containsExactly("1[, a, ]");
    }

    @Test
    void readsWhatAnotherWriterWrote() throws IOException {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var written = new ArrayList<List<String>>();
            var text = new StringWriter();
            try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
                for (int row = random.nextInt(6); row > 0; row--) {
                    var cells = new ArrayList<String>(List.of("x"));
                    for (int cell = random.nextInt(4); cell > 0; cell--) {
                        var value = new StringBuilder();
                        for (int i = random.nextInt(6); i > 0; i--) {
                            value.append("ab,\"\n \u00E9".charAt(random.nextInt(7)));
                        }
                        cells.add(value.toString());
                    }
                    written.add(cells);
                    printer.printRecord(cells);
                }
            }
            var read = new ArrayList<List<String>>();
            for (Row row : all(text.toString().getBytes(StandardCharsets.UTF_8), ',', StandardCharsets.UTF_8)) {
                read.add(((Cells) row).cells());
            }
            assertThat(read).as("seed %d", seed).isEqualTo(written);
        }
    }

    @Test
    void agreesWithAnotherReaderWhereThatTakesTheText() throws IOException {
        int compared = 0;
        for (long seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder("h");
            for (int i = random.nextInt(25); i > 0; i--) {
                text.append("ab,\"\n".charAt(random.nextInt(5)));
            }
            var expected = new ArrayList<String>();
            try (var parser =
                    CSVFormat.RFC4180.builder().setTrailingData(false).get().parse(new StringReader(text.toString()))) {
                for (CSVRecord record : parser) {
                    if (!(record.size() == 1 && record.get(0).isEmpty())) {
                        expected.add(record.toList().toString());
                    }
                }
            } catch (IOException | RuntimeException e) {
                continue;
            }
            List<Row> rows = all(text.toString().getBytes(StandardCharsets.UTF_8), ',', StandardCharsets.UTF_8);
            if (rows.stream().allMatch(Cells.class::isInstance)) {
                compared++;
                assertThat(rows.stream()
                                .map(row -> ((Cells) row).cells().toString())
                                .filter(row -> !row.equals("[]")))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(expected);
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    private static List<String> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8), ',', StandardCharsets.UTF_8);
    }

    private static List<String> rows(byte[] text, char delimiter, Charset charset) throws IOException {
        return all(text, delimiter, charset).stream()
                .map(row -> row.number()
                        + (row instanceof Cells cells
                                ? cells.cells().toString()
                                : "!"
                                        + ((BadRow) row)
                                                .refused()
                                                .problems()
                                                .get(0)
                                                .code()))
                .toList();
    }

    private static List<Row> all(byte[] text, char delimiter, Charset charset) throws IOException {
        var lines = LineReader.exact(new ByteArrayInputStream(text), LIMITS.recordBytesMax());
        var found = new ArrayList<Row>();
        try (var rows = new CsvRows(lines, delimiter, charset, LIMITS)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                found.add(row);
            }
        }
        return found;
    }
}
