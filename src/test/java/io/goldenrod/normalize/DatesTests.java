package io.goldenrod.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.normalize.Dates.Reading;
import io.goldenrod.policy.DateOrder;
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
        DateOrder order = each.heading().equals("none")
                ? null
                : DateOrder.valueOf(each.heading().toUpperCase(Locale.ROOT));
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
            assertThat(outcome(iso, null)).isEqualTo(expected);
            assertThat(outcome(iso.replace("-", ""), null)).isEqualTo(expected);
            String slashed = "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            assertThat(outcome(slashed, DateOrder.DMY)).isEqualTo(expected);
            String words = day.getMonth() + " " + day.getDayOfMonth() + ", " + day.getYear();
            assertThat(outcome(words, null)).isEqualTo(expected);
        }
    }

    @Test
    void aNumberAboveTwelveProvesTheOrder() {
        assertThat(Dates.proven("13/05/1990")).isEqualTo(DateOrder.DMY);
        assertThat(Dates.proven("13/05/90")).isEqualTo(DateOrder.DMY);
        assertThat(Dates.proven("8/15/67")).isEqualTo(DateOrder.MDY);
        assertThat(Dates.proven("05-13-1990 00:00:00")).isEqualTo(DateOrder.MDY);
        assertThat(Dates.proven("67/8/15")).isEqualTo(DateOrder.YMD);
        for (String open : List.of(
                "12/05/1990",
                "1990-05-13",
                "13 May 1990",
                "13/05/12",
                "13/13/1990",
                "32/05/1990",
                "130590",
                "13/05",
                "",
                "x")) {
            assertThat(Dates.proven(open)).as(open).isNull();
        }
    }

    private static String outcome(String text, DateOrder order) {
        Reading reading = Dates.read(text, order, LATEST);
        return reading instanceof Reading.Date date ? date.iso() : "!" + ((Reading.Refusal) reading).code();
    }
}
