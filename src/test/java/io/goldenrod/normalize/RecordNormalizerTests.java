package io.goldenrod.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.NormalizedRecord.Accepted;
import io.goldenrod.normalize.NormalizedRecord.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordNormalizerTests {

    private static final Instant ARRIVAL = Instant.parse("2026-05-02T10:00:00.123456Z");
    private static final RecordNormalizer NORMALIZER =
            new RecordNormalizer(SamplePolicy.policy(), RecordLimits.DEFAULT);
    private static final RawIdentifier EMAIL = new RawIdentifier("email", "Ada@Example.org");

    @Test
    void makesARecordComparable() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("fullName", "  Dr. Ada   Lovelace ");
        attributes.put("birthDate", "10 December 1815");
        attributes.put("gender", "F");
        attributes.put("organization", "The Analytical Engine Co., Limited");
        attributes.put(
                "address", Map.of("line1", "12 St James's Square", "zip", "sw1y4jh", "country", "United Kingdom"));
        attributes.put("tier", "Gold  Member");
        attributes.put("visits", 3);
        attributes.put("nothing", null);
        attributes.put("blank", "  ");
        SourceRecord record = accepted(raw(
                "crm",
                "1001",
                Instant.parse("2026-05-01T10:00:00.123456789Z"),
                List.of(
                        new RawIdentifier("phone", "020 7946 0018"),
                        EMAIL,
                        new RawIdentifier("EMAIL ", "ada@example.org")),
                attributes));
        assertThat(record.key().toString()).isEqualTo("crm/1001");
        assertThat(record.observedAt()).isEqualTo(Instant.parse("2026-05-01T10:00:00.123Z"));
        assertThat(record.identifiers())
                .containsExactly(new Identifier("email", "ada@example.org"), new Identifier("phone", "+442079460018"));
        assertThat(record.attributes().keySet())
                .containsExactly("address", "birthDate", "fullName", "gender", "organization", "tier", "visits");
        assertThat(record.attributes().get("fullName"))
                .isEqualTo(new AttributeValue("Dr. Ada Lovelace", "ada lovelace"));
        assertThat(record.comparable("birthDate")).isEqualTo("1815-12-10");
        assertThat(record.comparable("gender")).isEqualTo("female");
        assertThat(record.comparable("organization")).isEqualTo("analytical engine co ltd");
        assertThat(record.attributes().get("address").value())
                .isEqualTo(Map.of("line1", "12 St James's Square", "postcode", "SW1Y 4JH", "country", "GB"));
        assertThat(record.comparable("address")).isEqualTo("12 st jamess sq sw1y4jh gb");
        assertThat(record.attributes().get("tier")).isEqualTo(new AttributeValue("Gold Member", "gold member"));
        assertThat(record.attributes().get("visits")).isEqualTo(new AttributeValue(3, "3"));
        assertThat(record.names()).containsExactlyInAnyOrder("given:ada", "family:lovelace");
    }

    @Test
    void takesARecordWithoutItsBadIdentifierAndSaysSo() {
        Accepted accepted = (Accepted) NORMALIZER.normalize(
                raw("crm", "1", null, List.of(new RawIdentifier("email", "nonsense"), EMAIL), Map.of()), ARRIVAL);
        assertThat(accepted.record().identifiers()).hasSize(1);
        assertThat(accepted.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("identifiers[0].value");
            assertThat(warning.code()).isEqualTo("invalid_email");
            assertThat(warning.message()).doesNotContain("nonsense");
        });
    }

    @Test
    void leavesOutABadAttributeAndSaysSo() {
        Accepted accepted = (Accepted)
                NORMALIZER.normalize(raw("crm", "1", null, List.of(EMAIL), Map.of("birthDate", "05/12/1990")), ARRIVAL);
        assertThat(accepted.record().attributes()).isEmpty();
        assertThat(accepted.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("attributes.birthDate");
            assertThat(warning.code()).isEqualTo("ambiguous_date");
        });
    }

    @Test
    void namesTheDeniedAmongTheIdentifiers() {
        SourceRecord record =
                accepted(raw("crm", "1", null, List.of(EMAIL, new RawIdentifier("email", "Test@Test.com")), Map.of()));
        assertThat(record.identifiers()).hasSize(2);
        assertThat(record.denied()).containsExactly(new Identifier("email", "test@test.com"));
    }

    @Test
    void refusesWhatHasNoName() {
        assertThat(codes(raw(null, "1", null, List.of(EMAIL), Map.of()))).containsExactly("missing_source");
        assertThat(codes(raw(" ", "1", null, List.of(EMAIL), Map.of()))).containsExactly("missing_source");
        assertThat(codes(raw("c/rm", "1", null, List.of(EMAIL), Map.of()))).containsExactly("invalid_source");
        assertThat(codes(raw("crm", "", null, List.of(EMAIL), Map.of()))).containsExactly("invalid_record_id");
        assertThat(codes(raw("crm", "a\u0000", null, List.of(EMAIL), Map.of()))).containsExactly("invalid_record_id");
        assertThat(codes(raw("crm", "x".repeat(257), null, List.of(EMAIL), Map.of())))
                .containsExactly("invalid_record_id");
    }

    @Test
    void refusesAnUnknownTypeAndListsTheKnownOnes() {
        Refused refused = (Refused) NORMALIZER.normalize(
                raw("crm", "1", null, List.of(EMAIL, new RawIdentifier("mail", "x")), null), ARRIVAL);
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("identifiers[1].type");
            assertThat(error.code()).isEqualTo("unknown_identifier_type");
            assertThat(error.message()).contains("email, phone, crm_id");
        });
        assertThat(codes(raw("crm", "1", null, Arrays.asList(EMAIL, null), null)))
                .containsExactly("missing_type");
        assertThat(codes(raw("crm", "1", null, List.of(new RawIdentifier(null, "x")), null)))
                .containsExactly("missing_type");
    }

    @Test
    void refusesWhatIsLeftEmptyAndSaysWhy() {
        assertThat(codes(raw("crm", "1", null, null, null))).containsExactly("empty_record");
        assertThat(codes(raw("crm", "1", null, List.of(new RawIdentifier("email", "x")), Map.of("birthDate", "?"))))
                .containsExactly("invalid_email", "empty_record");
        assertThat(codes(raw("crm", "1", null, List.of(new RawIdentifier("email", null)), Map.of())))
                .containsExactly("empty_value", "empty_record");
    }

    @Test
    void refusesATimeThatCannotBe() {
        assertThat(codes(raw("crm", "1", Instant.parse("1899-12-31T23:59:59Z"), List.of(EMAIL), null)))
                .containsExactly("invalid_observed_at");
        assertThat(codes(raw("crm", "1", ARRIVAL.plusSeconds(86_401), List.of(EMAIL), null)))
                .containsExactly("invalid_observed_at");
        assertThat(codes(raw("crm", "1", Instant.MAX, List.of(EMAIL), null))).containsExactly("invalid_observed_at");
        assertThat(codes(raw("crm", "1", Instant.MIN, List.of(EMAIL), null))).containsExactly("invalid_observed_at");
        assertThat(codes(raw("crm", "1", ARRIVAL.plusSeconds(86_400), List.of(EMAIL), null)))
                .isEmpty();
        assertThat(accepted(raw("crm", "1", null, List.of(EMAIL), null)).observedAt())
                .isEqualTo(Instant.parse("2026-05-02T10:00:00.123Z"));
    }

    @Test
    void everyLimitRefusesByTheNameOfItsSetting() {
        RecordNormalizer strict = new RecordNormalizer(SamplePolicy.policy(), new RecordLimits(2, 2, 1_024, 16, 2, 1));
        Map<String, RawRecord> cases = new LinkedHashMap<>();
        cases.put("identifiers-max", raw("crm", "1", null, List.of(EMAIL, EMAIL, EMAIL), null));
        cases.put("attributes-max", raw("crm", "1", null, null, Map.of("a", 1, "b", 2, "c", 3)));
        cases.put("record-bytes-max", raw("crm", "1", null, null, Map.of("a", "ä".repeat(600))));
        cases.put(
                "value-length-max",
                raw("crm", "1", null, List.of(new RawIdentifier("email", "a@" + "x".repeat(20))), null));
        cases.put("attribute-depth-max", raw("crm", "1", null, null, Map.of("a", List.of(List.of(List.of(1))))));
        cases.put("consents-max", new RawRecord("crm", "1", null, List.of(EMAIL), null, Map.of("a", true, "b", false)));
        cases.forEach((setting, raw) -> {
            NormalizedRecord result = strict.normalize(raw, ARRIVAL);
            assertThat(result).as(setting).isInstanceOf(Refused.class);
            assertThat(((Refused) result).errors())
                    .anyMatch(error -> error.message().contains("goldenrod.limits." + setting));
        });
        assertThat(strict.normalize(raw("crm", "1", null, null, Map.of("a", List.of(List.of(1)))), ARRIVAL))
                .isInstanceOf(Accepted.class);
        assertThatThrownBy(() -> new RecordLimits(0, 2, 1_024, 16, 2, 1)).hasMessageContaining("identifiers-max");
    }

    @Test
    void derivesARecordIdFromTheContent() {
        RawRecord raw = raw("web", null, null, List.of(EMAIL), Map.of("b", 1, "a", "x"));
        SourceRecord first = accepted(raw);
        Map<String, Object> reordered = new LinkedHashMap<>();
        reordered.put("a", "x");
        reordered.put("b", 1);
        SourceRecord second = ((Accepted) NORMALIZER.normalize(
                        raw("web", null, null, List.of(EMAIL), reordered), ARRIVAL.plusSeconds(60)))
                .record();
        assertThat(first.key()).isEqualTo(second.key());
        assertThat(first.key().recordId()).startsWith("auto-").hasSize(37);
        assertThat(first.key())
                .isNotEqualTo(accepted(raw("web", null, null, List.of(EMAIL), Map.of("a", "x")))
                        .key());
    }

    @Test
    void theFingerprintTellsWhetherTheSameWasSaidAgain() {
        RawIdentifier phone = new RawIdentifier("phone", "020 7946 0018");
        Instant at = Instant.parse("2026-05-01T00:00:00Z");
        String said = print(raw("crm", "1", null, List.of(EMAIL, phone), Map.of("n", 1, "l", List.of("a", "b"))));
        assertThat(print(raw("crm", "1", null, List.of(phone, EMAIL, phone), Map.of("l", List.of("a", "b"), "n", 1.0))))
                .isEqualTo(said);
        assertThat(List.of(
                        print(raw("crm", "1", at, List.of(EMAIL, phone), Map.of("n", 1, "l", List.of("a", "b")))),
                        print(raw("crm", "2", null, List.of(EMAIL, phone), Map.of("n", 1, "l", List.of("a", "b")))),
                        print(raw("crm", "1", null, List.of(EMAIL), Map.of("n", 1, "l", List.of("a", "b")))),
                        print(raw("crm", "1", null, List.of(EMAIL, phone), Map.of("n", "1", "l", List.of("a", "b")))),
                        print(raw("crm", "1", null, List.of(EMAIL, phone), Map.of("n", 1, "l", List.of("b", "a")))),
                        print(raw("crm", "1", null, List.of(EMAIL, phone), Map.of("n", 1, "l", List.of("a\",\"b")))),
                        print(raw(
                                "crm",
                                "1",
                                null,
                                List.of(new RawIdentifier("email", "ada@example.org"), phone),
                                Map.of("n", 1, "l", List.of("a", "b"))))))
                .doesNotContain(said)
                .doesNotHaveDuplicates();
        assertThat(said).matches("[0-9a-f]{64}");
    }

    @Test
    void takesNamesFromTheFullNameWhereTheyAreNotGiven() {
        assertThat(names(Map.of("fullName", "Lovelace, Ada")))
                .containsExactlyInAnyOrder("given:ada", "family:lovelace");
        assertThat(names(Map.of("fullName", "Ada Lovelace", "familyName", "King")))
                .containsExactlyInAnyOrder("given:ada", "family:king");
        assertThat(names(Map.of("givenName", "A.", "familyName", "Smith Jr."))).containsExactly("family:smith");
        assertThat(names(Map.of("fullName", "王伟"))).containsExactlyInAnyOrder("given:伟", "family:王");
    }

    @Test
    void refusesHalfCharactersAnywhere() {
        assertThat(codes(raw("crm", "1", null, List.of(EMAIL), Map.of("note", "a\ud800"))))
                .containsExactly("forbidden_character");
        assertThat(codes(raw("crm", "1", null, List.of(EMAIL), Map.of("deep", List.of(Map.of("k\udc00", 1))))))
                .containsExactly("forbidden_character");
        assertThat(codes(raw("crm", "1", null, List.of(EMAIL, new RawIdentifier("email", "\ud800@x.org")), null)))
                .containsExactly("forbidden_character");
    }

    @Test
    void keepsUnknownAttributesOfAnyShape() {
        Map<String, Object> nested = new HashMap<>();
        nested.put("b", Arrays.asList(1, null, "x"));
        nested.put("a", new BigDecimal("1.50"));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("shape", nested);
        attributes.put("huge", new BigDecimal("1e999999999"));
        attributes.put("not a number", Double.NaN);
        assertThat(codes(raw("crm", "1", null, List.of(EMAIL), attributes))).containsExactly("invalid_attribute");
        attributes.remove("not a number");
        SourceRecord record = accepted(raw("crm", "1", null, List.of(EMAIL), attributes));
        assertThat(record.comparable("shape")).isEqualTo("{\"a\":1.5,\"b\":[1,null,\"x\"]}");
        assertThat(record.comparable("huge")).isEqualTo("1E+999999999");
    }

    @Test
    void refusesNamesAndConsentsThatAreNone() {
        assertThat(codes(raw("crm", "1", null, List.of(EMAIL), Map.of("a\u0000", 1))))
                .containsExactly("invalid_attribute_name");
        assertThat(codes(raw("crm", "1", null, List.of(EMAIL), Collections.singletonMap(null, 1))))
                .containsExactly("invalid_attribute_name");
        assertThat(codes(new RawRecord("crm", "1", null, List.of(EMAIL), null, Collections.singletonMap("x", null))))
                .containsExactly("invalid_consent");
    }

    @Test
    void normalisesOneIdentifierForALookUp() {
        assertThat(NORMALIZER.identifier("phone", "020 7946 0018", "crm"))
                .isEqualTo(new IdentifierOutcome.Normalized(new Identifier("phone", "+442079460018"), false));
        assertThat(NORMALIZER.identifier("email", "TEST@test.com", null))
                .isEqualTo(new IdentifierOutcome.Normalized(new Identifier("email", "test@test.com"), true));
        assertThat(refusal("phone", "020 7946 0018")).isEqualTo("phone_without_region");
        assertThat(refusal("mail", "x")).isEqualTo("unknown_identifier_type");
        assertThat(refusal(null, "x")).isEqualTo("missing_type");
        assertThat(refusal("email", null)).isEqualTo("empty_value");
        assertThat(refusal("email", "x".repeat(1_025))).isEqualTo("value_too_long");
    }

    @Test
    void optionsAreCheckedWithEveryProblemAtOnce() {
        assertThat(Normalizers.problems("email", Map.of())).isEmpty();
        assertThat(Normalizers.problems("mail", Map.of()))
                .singleElement()
                .asString()
                .contains("email, phone");
        assertThat(Normalizers.problems("email", Map.of("gmaildots", true, "plusTags", "yes")))
                .containsExactly(
                        "option 'gmaildots' is unknown; 'email' has gmailDots, plusTags",
                        "option 'plusTags' must be true or false");
        assertThat(Normalizers.problems("code", Map.of("case", "title", "pattern", "(", "minLength", 1.5)))
                .hasSize(3);
        assertThat(Normalizers.problems("code", Map.of("minLength", 9, "maxLength", 8L)))
                .hasSize(1);
        assertThat(Normalizers.problems("exact", Map.of("case", "lower"))).hasSize(1);
        assertThat(Normalizers.names())
                .contains(
                        "email",
                        "phone",
                        "uuid",
                        "advertising_id",
                        "ip",
                        "social",
                        "url",
                        "national_id",
                        "code",
                        "token",
                        "address",
                        "exact");
    }

    private static String refusal(String type, String value) {
        return ((IdentifierOutcome.Refusal) NORMALIZER.identifier(type, value, null)).code();
    }

    private static java.util.Set<String> names(Map<String, Object> attributes) {
        return accepted(raw("crm", "1", null, null, attributes)).names();
    }

    private static String print(RawRecord raw) {
        return accepted(raw).fingerprint();
    }

    private static SourceRecord accepted(RawRecord raw) {
        return ((Accepted) NORMALIZER.normalize(raw, ARRIVAL)).record();
    }

    private static List<String> codes(RawRecord raw) {
        NormalizedRecord result = NORMALIZER.normalize(raw, ARRIVAL);
        return result instanceof Refused refused
                ? refused.errors().stream().map(FieldProblem::code).toList()
                : List.of();
    }

    private static RawRecord raw(
            String source,
            String recordId,
            Instant at,
            List<RawIdentifier> identifiers,
            Map<String, Object> attributes) {
        return new RawRecord(source, recordId, at, identifiers, attributes, Map.of());
    }
}
