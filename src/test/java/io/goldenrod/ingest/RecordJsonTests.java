package io.goldenrod.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.RecordLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTests {

    private static final RecordJson JSON = new RecordJson(RecordLimits.DEFAULT);

    private static final String FULL = """
            {"source": "crm", "recordId": "1001", "observedAt": "2026-05-01T12:00:00+02:00",
             "identifiers": [{"type": "email", "value": "Ada@Example.org"}, {"value": 2079460018, "type": "phone"}],
             "attributes": {"fullName": "Ada Lovelace", "address": {"city": "London", "lines": ["12", 3, true, null]},
              "score": 1.50, "big": 123456789012345678901234567890, "huge": 1e400, "none": null},
             "consent": {"marketing": true, "profiling": false, "unsaid": null}}""";

    @Test
    void readsEveryField() {
        RawRecord record = record(FULL);
        assertThat(record.source()).isEqualTo("crm");
        assertThat(record.recordId()).isEqualTo("1001");
        assertThat(record.observedAt()).isEqualTo(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(record.identifiers())
                .containsExactly(
                        new RawIdentifier("email", "Ada@Example.org"), new RawIdentifier("phone", "2079460018"));
        assertThat(record.attributes())
                .containsEntry("fullName", "Ada Lovelace")
                .containsEntry("address", Map.of("city", "London", "lines", List.of("12", 3L, true)))
                .containsEntry("score", new BigDecimal("1.50"))
                .containsEntry("big", new BigDecimal("123456789012345678901234567890"))
                .containsEntry("huge", new BigDecimal("1e400"))
                .doesNotContainKey("none");
        assertThat(record.consent()).isEqualTo(Map.of("marketing", true, "profiling", false));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(record(RecordJson.write(record(FULL)))).isEqualTo(record(FULL));
    }

    @Test
    void aNumberAsIdIsTakenAsWritten() {
        assertThat(record("{\"recordId\": 10010000000000000000000001}").recordId())
                .isEqualTo("10010000000000000000000001");
        assertThat(record("{\"identifiers\":[{\"type\":\"account_id\",\"value\":1e5}]}")
                        .identifiers()
                        .get(0)
                        .value())
                .isEqualTo("1e5");
    }

    @Test
    void hostileTextIsJustAValue() {
        for (String text : List.of(
                "' }) DETACH DELETE n //",
                "${jndi:ldap://x}",
                "<script>",
                "\u202Eevil",
                "`;DROP",
                "{{7*7}}",
                "\uD83D\uDE00")) {
            var json = RecordJson.write(new RawRecord(
                    "crm", text, null, List.of(new RawIdentifier(text, text)), Map.of("note", text), Map.of()));
            RawRecord record = record(json);
            assertThat(record.recordId()).isEqualTo(text);
            assertThat(record.identifiers()).containsExactly(new RawIdentifier(text, text));
            assertThat(record.attributes()).containsEntry("note", text);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("", "record", "invalid_json"),
                Arguments.of("   ", "record", "invalid_json"),
                Arguments.of("{", "record", "invalid_json"),
                Arguments.of("}", "record", "invalid_json"),
                Arguments.of("null", "record", "invalid_type"),
                Arguments.of("true", "record", "invalid_type"),
                Arguments.of("12", "record", "invalid_type"),
                Arguments.of("\"text\"", "record", "invalid_type"),
                Arguments.of("[]", "record", "invalid_type"),
                Arguments.of("[{}]", "record", "invalid_type"),
                Arguments.of("{} {}", "record", "invalid_json"),
                Arguments.of("{}x", "record", "invalid_json"),
                Arguments.of("{\"source\":\"crm\",}", "record", "invalid_json"),
                Arguments.of("{source:\"crm\"}", "record", "invalid_json"),
                Arguments.of("{'source':'crm'}", "record", "invalid_json"),
                Arguments.of("{\"source\":\"crm\"", "record", "invalid_json"),
                Arguments.of("{\"source\":\"cr", "record", "invalid_json"),
                Arguments.of("{\"source\":\"c\nrm\"}", "record", "invalid_json"),
                Arguments.of("{\"source\":\"c\u0000rm\"}", "record", "invalid_json"),
                Arguments.of("{\"source\":\"\\x41\"}", "record", "invalid_json"),
                Arguments.of("{\"attributes\":{\"a\":NaN}}", "record", "invalid_json"),
                Arguments.of("{\"attributes\":{\"a\":+1}}", "record", "invalid_json"),
                Arguments.of("{\"attributes\":{\"a\":01}}", "record", "invalid_json"),
                Arguments.of("{\"attributes\":{\"a\":.5}}", "record", "invalid_json"),
                Arguments.of("{\"attributes\":{\"a\":1.}}", "record", "invalid_json"),
                Arguments.of("{\"source\":\"crm\"} // why", "record", "invalid_json"),
                Arguments.of("\u0000\u0000", "record", "invalid_json"),
                Arguments.of("PAR1\u0015\u0004", "record", "invalid_json"),
                Arguments.of("{\"source\":1}", "source", "invalid_type"),
                Arguments.of("{\"source\":{}}", "source", "invalid_type"),
                Arguments.of("{\"source\":[\"crm\"]}", "source", "invalid_type"),
                Arguments.of("{\"source\":\"\\ud800\"}", "source", "invalid_encoding"),
                Arguments.of("{\"recordId\":{}}", "recordId", "invalid_type"),
                Arguments.of("{\"recordId\":[1]}", "recordId", "invalid_type"),
                Arguments.of("{\"recordId\":\"a\\udc00b\"}", "recordId", "invalid_encoding"),
                Arguments.of("{\"observedAt\":1700000000}", "observedAt", "invalid_type"),
                Arguments.of("{\"observedAt\":\"\"}", "observedAt", "invalid_time"),
                Arguments.of("{\"observedAt\":\"yesterday\"}", "observedAt", "invalid_time"),
                Arguments.of("{\"observedAt\":\"2026-05-01\"}", "observedAt", "invalid_time"),
                Arguments.of("{\"observedAt\":\"2026-05-01T10:00:00\"}", "observedAt", "invalid_time"),
                Arguments.of("{\"observedAt\":\"2026-02-30T10:00:00Z\"}", "observedAt", "invalid_time"),
                Arguments.of("{\"observedAt\":\"2026-05-01T25:00:00Z\"}", "observedAt", "invalid_time"),
                Arguments.of("{\"identifiers\":{}}", "identifiers", "invalid_type"),
                Arguments.of("{\"identifiers\":\"email\"}", "identifiers", "invalid_type"),
                Arguments.of("{\"identifiers\":7}", "identifiers", "invalid_type"),
                Arguments.of("{\"identifiers\":[null]}", "identifiers[0]", "invalid_type"),
                Arguments.of("{\"identifiers\":[\"a@b.org\"]}", "identifiers[0]", "invalid_type"),
                Arguments.of("{\"identifiers\":[[]]}", "identifiers[0]", "invalid_type"),
                Arguments.of("{\"identifiers\":[{}]}", "identifiers[0].type", "missing_field"),
                Arguments.of("{\"identifiers\":[{\"value\":\"x\"}]}", "identifiers[0].type", "missing_field"),
                Arguments.of("{\"identifiers\":[{\"type\":\"email\"}]}", "identifiers[0].value", "missing_field"),
                Arguments.of(
                        "{\"identifiers\":[{\"type\":null,\"value\":\"x\"}]}", "identifiers[0].type", "invalid_type"),
                Arguments.of("{\"identifiers\":[{\"type\":3,\"value\":\"x\"}]}", "identifiers[0].type", "invalid_type"),
                Arguments.of(
                        "{\"identifiers\":[{\"type\":\"email\",\"value\":{}}]}",
                        "identifiers[0].value",
                        "invalid_type"),
                Arguments.of(
                        "{\"identifiers\":[{\"type\":\"email\",\"value\":[\"x\"]}]}",
                        "identifiers[0].value",
                        "invalid_type"),
                Arguments.of(
                        "{\"identifiers\":[{\"type\":\"email\",\"value\":\"\\udead\"}]}",
                        "identifiers[0].value",
                        "invalid_encoding"),
                Arguments.of(
                        "{\"identifiers\":[{\"type\":\"email\",\"value\":\"x\",\"kind\":1}]}",
                        "identifiers[0].kind",
                        "unknown_field"),
                Arguments.of(
                        "{\"identifiers\":[{\"type\":\"email\",\"value\":\"x\",\"value\":\"y\"}]}",
                        "identifiers[0].value",
                        "duplicate_field"),
                Arguments.of("{\"attributes\":[]}", "attributes", "invalid_type"),
                Arguments.of("{\"attributes\":\"x\"}", "attributes", "invalid_type"),
                Arguments.of("{\"attributes\":{\"a\":\"\\ud800x\"}}", "attributes.a", "invalid_encoding"),
                Arguments.of("{\"attributes\":{\"a\":{\"b\":[\"\\udfff\"]}}}", "attributes.a.b[0]", "invalid_encoding"),
                Arguments.of("{\"attributes\":{\"a\":1,\"a\":2}}", "attributes.a", "duplicate_field"),
                Arguments.of("{\"attributes\":{\"a\":{\"b\":1,\"b\":2}}}", "attributes.a.b", "duplicate_field"),
                Arguments.of("{\"attributes\":{\"\":1}}", "attributes.?", "invalid_name"),
                Arguments.of("{\"attributes\":{\"a\\u0000\":1}}", "attributes.?", "invalid_name"),
                Arguments.of("{\"attributes\":{\"\\ud800\":1}}", "attributes.?", "invalid_name"),
                Arguments.of("{\"attributes\":{\"" + "n".repeat(129) + "\":1}}", "attributes.?", "invalid_name"),
                Arguments.of("{\"attributes\":{\"a\":1e401}}", "attributes.a", "invalid_number"),
                Arguments.of("{\"attributes\":{\"a\":1e-999999999}}", "attributes.a", "invalid_number"),
                Arguments.of("{\"attributes\":{\"a\":1e99999999999}}", "attributes.a", "invalid_number"),
                Arguments.of("{\"attributes\":{\"a\":" + "9".repeat(1001) + "}}", "record", "too_complex"),
                Arguments.of(
                        "{\"attributes\":{\"a\":" + nested(9) + "}}", "attributes.a" + "[0]".repeat(8), "too_deep"),
                Arguments.of("{\"attributes\":{\"a\":" + nested(500) + "}}", "record", "too_complex"),
                Arguments.of("{\"consent\":true}", "consent", "invalid_type"),
                Arguments.of("{\"consent\":[]}", "consent", "invalid_type"),
                Arguments.of("{\"consent\":{\"marketing\":\"yes\"}}", "consent.marketing", "invalid_type"),
                Arguments.of("{\"consent\":{\"marketing\":1}}", "consent.marketing", "invalid_type"),
                Arguments.of("{\"consent\":{\"marketing\":{}}}", "consent.marketing", "invalid_type"),
                Arguments.of("{\"consent\":{\"a\":true,\"a\":false}}", "consent.a", "duplicate_field"),
                Arguments.of("{\"source\":\"a\",\"source\":\"b\"}", "source", "duplicate_field"),
                Arguments.of("{\"identifier\":[]}", "identifier", "unknown_field"),
                Arguments.of("{\"Source\":\"crm\"}", "Source", "unknown_field"),
                Arguments.of("{\"email\":\"a@b.org\"}", "email", "unknown_field"),
                Arguments.of("{\"source\":\"" + "x".repeat(65536) + "\"}", "record", "record_too_large"));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithPlaceAndCode(String json, String field, String code) {
        FieldProblem problem = problems(JSON.read(bytes(json))).get(0);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void tellsEveryProblemAtOnceAndBoundsTheirNumber() {
        assertThat(problems(JSON.read(bytes("{\"source\":1,\"x\":{\"y\":[1]},\"identifiers\":[3,{\"type\":\"email\"}],"
                        + "\"consent\":{\"m\":2}}"))))
                .extracting(FieldProblem::field)
                .containsExactly("source", "x", "identifiers[0]", "identifiers[1].value", "consent.m");
        String many = "[" + "1,".repeat(98) + "1]";
        assertThat(problems(JSON.read(bytes("{\"identifiers\":" + many + "}")))).hasSize(LimitProblems.PROBLEMS_MAX);
    }

    @Test
    void aMessageNeverQuotesAValue() {
        for (String json : List.of(
                "{\"source\": secret}",
                "{\"source\":\"secret",
                "secret",
                "{\"observedAt\":\"secret\"}",
                "{\"consent\":{\"a\":\"secret\"}}")) {
            assertThat(problems(JSON.read(bytes(json))))
                    .allSatisfy(problem -> assertThat(problem.message()).doesNotContain("secret"));
        }
    }

    @Test
    void tellsTheColumnOfBrokenJson() {
        assertThat(problems(JSON.read(bytes("{\"source\": oops}"))).get(0).message())
                .contains("column 1");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (byte[] bad : List.of(
                "{\"source\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'{', (byte) 0xFF, '}'})) {
            assertThat(problems(JSON.read(bad)).get(0).code()).isEqualTo("invalid_encoding");
        }
        assertThat(record("{\"source\":\"a\uFFFDb\"}").source()).isEqualTo("a\uFFFDb");
    }

    @Test
    void everyLimitNamesItsSetting() {
        var json = new RecordJson(new RecordLimits(2, 3, 1024, 100, 1, 1));
        assertThat(problems(json.read(bytes("{\"source\":\"" + "x".repeat(1100) + "\"}")))
                        .get(0)
                        .message())
                .contains("1024", "goldenrod.limits.record-bytes-max");
        String identifier = "{\"type\":\"email\",\"value\":\"x\"}";
        assertThat(problems(json.read(bytes(
                                "{\"identifiers\":[" + String.join(",", identifier, identifier, identifier) + "]}")))
                        .get(0))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("too_many_identifiers"))
                .satisfies(problem -> assertThat(problem.message()).contains("2", "goldenrod.limits.identifiers-max"));
        assertThat(problems(json.read(bytes("{\"attributes\":{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1}}"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("3", "goldenrod.limits.attributes-max"));
        assertThat(problems(json.read(bytes("{\"attributes\":{\"a\":{\"b\":{}}}}"))))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message()).contains("1", "goldenrod.limits.attribute-depth-max"));
    }

    @Test
    void readsAnArrayElementByElement() throws Exception {
        List<RecordJson.Element> elements =
                JSON.readArray(bytes(" [ {\"source\":\"a\"}, 7, {\"x\":[{}]} ,{\"source\":\"é\"}] "), 10);
        assertThat(elements)
                .extracting(RecordJson.Element::text)
                .containsExactly("{\"source\":\"a\"}", "7", "{\"x\":[{}]}", "{\"source\":\"é\"}");
        assertThat(elements)
                .extracting(element -> element.parsed() instanceof ParsedRecord.Read)
                .containsExactly(true, false, false, true);
        assertThat(JSON.readArray(bytes("[]"), 10)).isEmpty();
    }

    @Test
    void anArrayThatCannotBeReadToItsEndIsRefused() {
        for (String json : List.of("", "{}", "[", "[{}", "[{},", "[{}]x", "[{} {}]", "[{]}", "[1,2,3,4]")) {
            assertThatThrownBy(() -> JSON.readArray(bytes(json), 3)).isInstanceOf(RecordJson.BrokenArray.class);
        }
    }

    @Test
    void aHugeElementIsRefusedAloneInItsArray() throws Exception {
        String huge = "{\"source\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(JSON.readArray(bytes("[{}," + huge + ",{}]"), 10))
                .extracting(element -> element.parsed() instanceof ParsedRecord.Read)
                .containsExactly(true, false, true);
    }

    @Test
    void anyRecordSurvivesWritingAndReading() {
        for (long seed = 0; seed < 500; seed++) {
            RawRecord record = randomRecord(new Random(seed));
            assertThat(record(RecordJson.write(record))).as("seed %d", seed).isEqualTo(record);
        }
    }

    @Test
    void noDamageToARecordBreaksTheReader() {
        var random = new Random(7);
        byte[] whole = bytes(FULL);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(JSON.read(damaged)).isNotNull();
        }
    }

    private static RawRecord randomRecord(Random random) {
        var identifiers = new ArrayList<RawIdentifier>();
        for (int i = random.nextInt(4); i > 0; i--) {
            identifiers.add(new RawIdentifier(randomText(random), randomText(random)));
        }
        var attributes = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
            attributes.put("a" + i, randomValue(random, 0));
        }
        var consent = new LinkedHashMap<String, Boolean>();
        for (int i = random.nextInt(3); i > 0; i--) {
            consent.put("c" + i, random.nextBoolean());
        }
        Instant at = random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextInt() * 1000L);
        return new RawRecord(
                random.nextBoolean() ? null : randomText(random),
                randomText(random),
                at,
                identifiers,
                attributes,
                consent);
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth < 4 ? 6 : 4)) {
            case 0 -> randomText(random);
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() / 100;
            case 3 -> new BigDecimal(random.nextInt() + "." + random.nextInt(1000));
            case 4 ->
                Stream.generate(() -> randomValue(random, depth + 1))
                        .limit(random.nextInt(3))
                        .toList();
            default -> {
                var map = new LinkedHashMap<String, Object>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    map.put("k" + i, randomValue(random, depth + 1));
                }
                yield map;
            }
        };
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int codePoint = random.nextInt(0x20000);
            if (codePoint < 0xD800 || codePoint > 0xDFFF) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RawRecord record(String json) {
        ParsedRecord parsed = JSON.read(bytes(json));
        assertThat(parsed).isInstanceOf(ParsedRecord.Read.class);
        return ((ParsedRecord.Read) parsed).record();
    }

    private static List<FieldProblem> problems(ParsedRecord parsed) {
        assertThat(parsed).isInstanceOf(ParsedRecord.Refused.class);
        return ((ParsedRecord.Refused) parsed).problems();
    }
}
