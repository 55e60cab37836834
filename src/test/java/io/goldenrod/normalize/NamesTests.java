package io.goldenrod.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTests {

    static List<CaseTable.Case> names() {
        return CaseTable.read("names");
    }

    static List<CaseTable.Case> folds() {
        return CaseTable.read("folds");
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesAFullNameApart(CaseTable.Case each) {
        PersonName name = Names.parse(each.input());
        String written = String.join(" | ", name.given(), name.middle(), name.family(), name.title(), name.suffix());
        assertThat(written.replaceAll("\\s+", " ").strip())
                .isEqualTo(each.expected().strip());
    }

    @ParameterizedTest
    @MethodSource("folds")
    void foldsForComparing(CaseTable.Case each) {
        assertThat(Names.fold(each.input())).isEqualTo(each.expected());
        assertThat(Names.fold(each.expected())).isEqualTo(each.expected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Lovelace|Lovelace, Ada",
                "Dr. Ada Lovelace|ADA LOVELACE",
                "Robert Smith Jr.|Smith, Robert, Jr",
                "Zoë Núñez|Zoe Nunez",
                "Mr John O'Neill|John O’Neill",
                "山田 太郎|山田太郎さん"
            })
    void oneNameInTwoWritingsComparesEqual(String left, String right) {
        assertThat(Names.comparableFull(left)).isEqualTo(Names.comparableFull(right));
    }

    @Test
    void aTitleAloneIsNoGivenName() {
        assertThat(Names.comparableGiven("Dr.")).isEmpty();
        assertThat(Names.comparableGiven("mrs")).isEmpty();
        assertThat(Names.comparableGiven("Dr. Ada")).isEqualTo("ada");
        assertThat(Names.comparableFamily("Smith Sr")).isEqualTo("smith");
    }

    @Test
    void generationsCompareDifferent() {
        assertThat(Names.comparableFull("Robert Smith Sr")).isNotEqualTo(Names.comparableFull("Robert Smith Jr"));
    }

    @Test
    void nicknamesStandForTheirFormalNames() {
        assertThat(Nicknames.interchangeable("bob", "robert")).isTrue();
        assertThat(Nicknames.interchangeable("bob", "rob")).isTrue();
        assertThat(Nicknames.interchangeable("peggy", "margaret")).isTrue();
        assertThat(Nicknames.interchangeable("alex", "alexandra")).isTrue();
        assertThat(Nicknames.interchangeable("alexander", "alexandra")).isFalse();
        assertThat(Nicknames.interchangeable("robert", "richard")).isFalse();
        assertThat(Nicknames.interchangeable("ada", "ada")).isTrue();
        assertThat(Nicknames.formalNames("zebulon")).containsExactly("zebulon");
    }
}
