package io.goldenrod.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.Text;
import io.goldenrod.policy.DateOrder;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for any text whatever: nothing throws, a result is a fixed point, a message never repeats the value. Texts
 * are made from pieces of the case tables, which reach further than random characters do.
 */
class GarbageTests {

    private static final long SEED = 20_260_502;
    private static final int ROUNDS = 40_000;
    private static final Instant ARRIVAL = Instant.parse("2026-05-02T10:00:00Z");

    private final Random random = new Random(SEED);
    private final List<String> pieces = Stream.of(
                    "email", "phone", "devices", "network", "numbers", "dates", "names", "folds")
            .flatMap(table -> CaseTable.read(table).stream())
            .map(CaseTable.Case::input)
            .toList();

    @Test
    void anyIdentifierIsNormalisedToAFixedPointOrRefused() {
        Policy policy = SamplePolicy.policy();
        RecordNormalizer normalizer = new RecordNormalizer(policy, RecordLimits.DEFAULT);
        List<String> types = List.copyOf(policy.identifierTypes().keySet());
        int normalised = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String value = text();
            String type = types.get(random.nextInt(types.size()));
            String source = random.nextBoolean() ? "crm" : null;
            IdentifierOutcome outcome = normalizer.identifier(type, value, source);
            String reason = "seed " + SEED + ", round " + round + ", " + type + ": " + escape(value);
            if (outcome instanceof IdentifierOutcome.Normalized found) {
                normalised++;
                assertThat(Text.isClean(found.identifier().value())).as(reason).isTrue();
                assertThat(normalizer.identifier(type, found.identifier().value(), source))
                        .as(reason)
                        .isEqualTo(found);
            } else if (outcome instanceof IdentifierOutcome.Refusal refusal && value.length() > 12) {
                assertThat(refusal.message()).as(reason).doesNotContain(value.strip());
            }
        }
        assertThat(normalised).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void anyPhoneNumberOfAnyRegionIsNormalisedToAFixedPointOrRefused() {
        ValueNormalizer phone = Normalizers.make("phone", Map.of());
        List<String> regions = PhoneNumberUtil.getInstance().getSupportedRegions().stream()
                .sorted()
                .toList();
        int normalised = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String region = regions.get(random.nextInt(regions.size()));
            StringBuilder digits = new StringBuilder(random.nextInt(4) == 0 ? "+" : "");
            for (int i = 6 + random.nextInt(8); i > 0; i--) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            try {
                String number = phone.normalize(digits.toString(), region);
                assertThat(phone.normalize(number, region))
                        .as("%s in %s", digits, region)
                        .isEqualTo(number);
                assertThat(phone.normalize(number, ""))
                        .as("%s in %s", digits, region)
                        .isEqualTo(number);
                normalised++;
            } catch (RefusedValue refusal) {
                assertThat(refusal.code()).as("%s in %s", digits, region).isEqualTo("invalid_phone");
            }
        }
        assertThat(normalised).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void anyTextFoldsToAFixedPoint() {
        for (int round = 0; round < ROUNDS; round++) {
            String value = text();
            String reason = "seed " + SEED + ", round " + round + ": " + escape(value);
            String folded = Names.fold(value);
            assertThat(Names.fold(folded)).as(reason).isEqualTo(folded);
            String tokens = Addresses.tokens(value);
            assertThat(Addresses.tokens(tokens)).as(reason).isEqualTo(tokens);
            Names.parse(value);
            Organizations.comparable(value);
            if (Dates.read(value, DateOrder.DMY, LocalDate.of(2026, 5, 2)) instanceof Dates.Reading.Date date) {
                assertThat(date.iso()).as(reason).matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
            }
        }
    }

    @Test
    void anyRecordIsAcceptedOrRefusedAndAlwaysTheSame() {
        RecordNormalizer normalizer = new RecordNormalizer(SamplePolicy.policy(), RecordLimits.DEFAULT);
        List<String> names = List.of(
                "fullName",
                "givenName",
                "middleName",
                "familyName",
                "birthDate",
                "gender",
                "organization",
                "address",
                "free");
        for (int round = 0; round < ROUNDS / 8; round++) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                attributes.put(names.get(random.nextInt(names.size())), value(0));
            }
            List<RawIdentifier> identifiers = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                identifiers.add(new RawIdentifier(random.nextInt(8) == 0 ? text() : "email", text()));
            }
            RawRecord raw = new RawRecord(
                    random.nextInt(8) == 0 ? text() : "crm",
                    random.nextBoolean() ? text() : null,
                    null,
                    identifiers,
                    attributes,
                    Map.of());
            NormalizedRecord result = normalizer.normalize(raw, ARRIVAL);
            assertThat(normalizer.normalize(raw, ARRIVAL))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(result);
            if (result instanceof NormalizedRecord.Accepted accepted) {
                accepted.record()
                        .attributes()
                        .values()
                        .forEach(each -> assertThat(each.comparable()).isNotEmpty());
            }
        }
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 8)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextGaussian();
            case 2 -> random.nextBoolean();
            case 3, 4 -> text();
            case 5 -> List.of(value(depth + 1), value(depth + 1));
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                List<String> parts = List.of("line1", "line2", "city", "postcode", "country", "zip", text());
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(parts.get(random.nextInt(parts.size())), value(depth + 1));
                }
                yield map;
            }
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String piece = pieces.get(random.nextInt(pieces.size()));
            int start = random.nextBoolean() ? 0 : random.nextInt(piece.length() + 1);
            text.append(
                    piece,
                    start,
                    random.nextBoolean() ? piece.length() : start + random.nextInt(piece.length() - start + 1));
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x80));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> {}
            }
        }
        return text.toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c >= ' ' && c < 0x7f ? "" + (char) c : "\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
