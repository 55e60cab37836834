package io.goldenrod.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.normalize.Dates.Order;
import io.goldenrod.normalize.Dates.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatesTests {

    private static final LocalDate LATEST = LocalDate.of(2026, 5, 2);

    static List<CaseTable.Case> cases() {
        return CaseTable.read("dates");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheTableSays(CaseTable.Case each) {
        Order order = Order.valueOf(each.heading().toUpperCase(Locale.ROOT));
        assertThat(outcome(each.input(), order)).isEqualTo(each.expected());
        if (!each.expected().startsWith("!")) {
            assertThat(outcome(each.expected(), order)).isEqualTo(each.expected());
        }
    }

    @Test
    void everyDayReadsInEveryUnambiguousWriting() {
        for (LocalDate day = LocalDate.of(1899, 12, 1); day.getYear() < 1906; day = day.plusDays(1)) {
            String iso = day.toString();
            String expected = iso.equals("1899-12-30") || iso.equals("1899-12-31") || iso.equals("1900-01-01")
                    ? "!placeholder_date"
                    : iso;
            assertThat(outcome(iso, Order.NONE)).isEqualTo(expected);
            assertThat(outcome(iso.replace("-", ""), Order.NONE)).isEqualTo(expected);
            String slashed = "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            assertThat(outcome(slashed, Order.DAY_FIRST)).isEqualTo(expected);
            String words = day.getMonth() + " " + day.getDayOfMonth() + ", " + day.getYear();
            assertThat(outcome(words, Order.NONE)).isEqualTo(expected);
        }
    }

    private static String outcome(String text, Order order) {
        Reading reading = Dates.read(text, order, LATEST);
        return reading instanceof Reading.Date date ? date.iso() : "!" + ((Reading.Refusal) reading).code();
    }
}
