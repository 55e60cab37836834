package io.goldenrod.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026, 2026-01",
        "2025-12-31T23:59:59.999Z, 2025, 2025-12",
        "2026-01-01T00:30:00+01:00, 2025, 2025-12",
        "2025-12-31T23:30:00-01:00, 2026, 2026-01",
        "2024-02-29T12:00:00Z, 2024, 2024-02",
        "1969-12-31T23:59:59Z, 1969, 1969-12",
        "0987-06-05T00:00:00Z, 0987, 0987-06",
    })
    void aSpanIsOfTheCalendarInUtc(String at, String year, String month) {
        Instant instant = Instant.from(java.time.OffsetDateTime.parse(at));
        assertThat(Window.EVER.spanOf(instant)).isEmpty();
        assertThat(Window.YEARLY.spanOf(instant)).isEqualTo(year);
        assertThat(Window.MONTHLY.spanOf(instant)).isEqualTo(month);
    }
}
