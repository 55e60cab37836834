package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTests {

    private static final List<String> ALLOWED = List.of("value", "limit");

    @ParameterizedTest
    @CsvSource({
        "value=ada%40example.org, ada@example.org",
        "value=ada@example.org, ada@example.org",
        "value=a+b, a b",
        "value=a%2Bb, a+b",
        "value=+4420, +4420",
        "value=%C3%A9, é",
        "value=%F0%9F%8C%BC, 🌼",
        "value=a=b, a=b",
        "&value=x&, x",
        "value=x&limit=1, x"
    })
    void readsWhatFormsAndPeopleWrite(String query, String value) {
        assertThat(Query.parse(query, ALLOWED).text("value")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value=%",
                "value=%4",
                "value=%zz",
                "value=%FF",
                "value=%C3",
                "value=%ED%A0%80",
                "value=\u00e9",
                "%zz=1",
                "value=1&value=2",
                "other=1",
                "VALUE=1",
                "value=1&%76alue=2"
            })
    void refusesWhatIsNotSaidProperly(String query) {
        assertThatThrownBy(() -> Query.parse(query, ALLOWED).text("value"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void readsNumbersWithinTheirLimits() {
        assertThat(Query.parse("limit=7", ALLOWED).number("limit", 1, 1, 10)).isEqualTo(7);
        assertThat(Query.parse(null, ALLOWED).number("limit", 3, 1, 10)).isEqualTo(3);
        for (String bad : List.of("0", "11", "x", "", "1.5", "99999999999")) {
            assertThatThrownBy(() -> Query.parse("limit=" + bad, ALLOWED).number("limit", 1, 1, 10))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void namesRequestsByWhatTheCallerSaysOrByItsTrace() {
        assertThat(RequestName.of("night run/7\r\n\u00e9", null)).isEqualTo("nightrun/7");
        assertThat(RequestName.of("x".repeat(1_000), null)).hasSize(64);
        assertThat(RequestName.of(null, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(RequestName.of("\u00e9", "nonsense")).hasSize(36);
    }

    @Test
    void knowsATagInAnyOfItsForms() {
        assertThat(CustomersController.isKnown("\"a-1\"", "\"a-1\"")).isTrue();
        assertThat(CustomersController.isKnown("\"x\", W/\"a-1\"", "\"a-1\"")).isTrue();
        assertThat(CustomersController.isKnown("*", "\"a-1\"")).isTrue();
        assertThat(CustomersController.isKnown("\"a-2\"", "\"a-1\"")).isFalse();
        assertThat(CustomersController.isKnown(null, "\"a-1\"")).isFalse();
    }
}
