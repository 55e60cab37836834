package io.goldenrod.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonsTests {

    @Test
    void everyKindIsMadeUnderItsOwnName() {
        for (String kind : Comparisons.kinds()) {
            List<String> fields = Comparisons.problems(kind, List.of()).isEmpty() ? List.of() : List.of("any");
            assertThat(Comparisons.of(kind, fields).kind()).isEqualTo(kind);
            assertThat(Comparisons.of(kind, fields).levels())
                    .hasSizeGreaterThan(1)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(Comparisons.problems("givenname", List.of()))
                .singleElement()
                .asString()
                .contains("no such kind", "givenName");
        assertThat(Comparisons.problems("familyName", List.of("surname")))
                .containsExactly("familyName reads givenName, middleName, familyName, nameSuffix, fullName, otherNames;"
                        + " name no fields");
        assertThat(Comparisons.problems("identifier", List.of()))
                .containsExactly("identifier needs the fields that it reads");
        assertThat(Comparisons.problems("city", List.of("address.city", "a.b.c")))
                .singleElement()
                .asString()
                .startsWith("field 2 is not a field");
        assertThat(Comparisons.problems("text", Collections.nCopies(9, "a"))).hasSize(1);
        assertThatThrownBy(() -> Comparisons.of("nothing", List.of("?")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("no such kind", "field 1");
    }

    @Test
    void aKindReadsItsOwnFieldsUnlessOthersAreNamed() {
        assertThat(Comparisons.fields("city", List.of())).containsExactly("address.city");
        assertThat(Comparisons.fields("city", List.of("town"))).containsExactly("town");
        assertThat(Comparisons.fields("identifier", List.of("passport"))).containsExactly("passport");
    }
}
