package io.goldenrod.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.console.Shown;
import io.goldenrod.console.review.SideBySide.Piece;
import io.goldenrod.console.review.SideBySide.Row;
import io.goldenrod.console.review.SideBySide.Said;
import io.goldenrod.console.review.SideBySide.Value;
import io.goldenrod.console.review.SideBySide.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SideBySideTests {

    private static List<Value> values(String... texts) {
        return Stream.of(texts)
                .map(text -> new Value(new Shown(text, "any", null), text))
                .toList();
    }

    private static Row row(String attribute, String left, String right) {
        return SideBySide.of(
                        new Said(Map.of(attribute, values(left)), Map.of()),
                        new Said(Map.of(attribute, values(right)), Map.of()),
                        List.of(),
                        Map.of(),
                        Set.of())
                .get(0);
    }

    @Test
    void tellsSlipsFromDifferences() {
        assertThat(row("fullName", "jon smith", "jon smith").verdict()).isEqualTo(Verdict.SAME);
        assertThat(row("fullName", "jon smith", "john smith").verdict()).isEqualTo(Verdict.SIMILAR);
        assertThat(row("fullName", "jon smith", "mary green").verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(row("birthDate", "1990-05-12", "1990-12-05").verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(row("birthDate", "1990-05-12", "1990-05-21").verdict()).isEqualTo(Verdict.SIMILAR);
        assertThat(row("birthDate", "1974-03-12", "1991-03-12").verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void marksNoMoreThanWhatDiffers() {
        Row row = row("fullName", "jon smith", "john smith");
        assertThat(row.right().get(0).pieces())
                .containsExactly(new Piece("jo", false), new Piece("h", true), new Piece("n smith", false));
        assertThat(SideBySide.pieces("aa", "aaa")).containsExactly(new Piece("aa", false));
    }

    @Test
    void takesTheModelsWordBeforeItsOwn() {
        List<Row> rows = SideBySide.of(
                new Said(Map.of("givenName", values("bob")), Map.of()),
                new Said(Map.of("givenName", values("robert")), Map.of()),
                List.of(),
                Map.of("givenName", "nickname"),
                Set.of());
        assertThat(rows.get(0).verdict()).isEqualTo(Verdict.SIMILAR);
        assertThat(rows.get(0).level()).isEqualTo("nickname");
    }

    @Test
    void ordersIdentifiersAsThePolicyDoesAndKnowsOneSide() {
        List<Row> rows = SideBySide.of(
                new Said(Map.of(), Map.of("phone", values("1", "2"), "crm_id", values("100100"))),
                new Said(Map.of(), Map.of("phone", values("2"), "crm_id", values("100101"), "email", values("a@b"))),
                List.of("crm_id", "email", "phone"),
                Map.of(),
                Set.of("crm_id"));
        assertThat(rows).extracting(Row::field).containsExactly("crm_id", "email", "phone");
        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.DIFFERENT, Verdict.ONE_SIDE, Verdict.PARTLY);
        assertThat(rows.get(0).isCause()).isTrue();
    }

    @Test
    void readsWhatALimitTells() {
        assertThat(Limit.of("loyalty_id@2024: 3, at most 2")).contains(new Limit("loyalty_id", "2024", 3, 2));
        assertThat(Limit.of("crm_id: 2, at most 1")).contains(new Limit("crm_id", "", 2, 1));
        assertThat(Limit.of("claimed by 2 customers")).isEmpty();
    }
}
