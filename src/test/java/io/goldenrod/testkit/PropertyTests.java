package io.goldenrod.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTests {

    @Test
    void theSameSeedMakesTheSameCase() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(RecordSets.upTo(9).generate(new Chance(seed)).toString())
                    .isEqualTo(RecordSets.upTo(9).generate(new Chance(seed)).toString());
        }
    }

    @Test
    void aFailureNamesItsSeedAndTheSmallestCase() {
        List<RecordSet> failing = new ArrayList<>();
        assertThatThrownBy(() -> Property.check("no two share a crm_id", 500, RecordSets.upTo(9), set -> {
                    long values = set.records().stream()
                            .flatMap(PropertyTests::crmIds)
                            .count();
                    long distinct = set.records().stream()
                            .flatMap(PropertyTests::crmIds)
                            .distinct()
                            .count();
                    if (values != distinct) {
                        failing.add(set);
                        throw new AssertionError("shared");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no two share a crm_id")
                .hasMessageContaining("-Dgoldenrod.seed=")
                .hasMessageContaining("fails: java.lang.AssertionError: shared");
        RecordSet smallest = failing.get(failing.size() - 1);
        assertThat(smallest.records()).hasSize(2);
        assertThat(smallest.records())
                .allSatisfy(record -> assertThat(record.identifiers()).hasSize(1))
                .allSatisfy(record -> assertThat(record.attributes()).isEmpty());
        assertThat(smallest.ties()).isEmpty();
        assertThat(smallest.policies().smaller()).isEmpty();
    }

    @Test
    void everySeedIsTriedWhenNoneFails() {
        int[] tried = {0};
        Property.check("nothing", 100, RecordSets.upTo(2), set -> tried[0]++);
        assertThat(tried[0]).isGreaterThanOrEqualTo(Long.getLong("goldenrod.seed") == null ? 100 : 1);
    }

    private static java.util.stream.Stream<String> crmIds(SourceRecord record) {
        return record.identifiers().stream()
                .filter(each -> each.type().equals("crm_id"))
                .map(each -> each.value());
    }
}
