package io.goldenrod.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.testkit.Chance;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimestampsTests {

    private static final List<String> TIMES = List.of(
            "2026-05-01T10:00:00Z",
            "2024-02-29T23:59:59.999999999Z",
            "1900-01-01T00:00:00.5Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2026-05-01T10:00Z",
            "2026-05-01T10:00:00+02:00",
            "2026-05-01t10:00:00z",
            "2026-05-01T24:00:00Z");

    /** As the general parser reads it, or null. */
    private static Instant expected(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static void assertRead(String text) {
        Instant expected = expected(text);
        if (expected == null) {
            assertThatThrownBy(() -> Timestamps.parse(text)).as(text).isInstanceOf(DateTimeParseException.class);
        } else {
            assertThat(Timestamps.parse(text)).as(text).isEqualTo(expected);
        }
    }

    @Test
    void timesAndWhatIsNearlyATimeAreReadAsTheGeneralParserReadsThem() {
        TIMES.forEach(TimestampsTests::assertRead);
        Chance chance = new Chance(11);
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder(chance.oneOf(TIMES));
            int changes = chance.between(1, 2);
            for (int change = 0; change < changes; change++) {
                int at = chance.between(0, text.length() - 1);
                switch (chance.between(0, 3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) ('0' + chance.between(0, 9)));
                    default -> text.setCharAt(at, "0123456789-:.TZ +".charAt(chance.between(0, 16)));
                }
            }
            assertRead(text.toString());
        }
    }
}
