package io.goldenrod.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TraitsTests {

    @Test
    void whatWasWrittenIsRead() {
        Property.check(
                "round trip",
                2_000,
                TraitsTests::some,
                traits -> assertThat(Traits.read(traits.known(), traits.countLines(), traits.claimLines()))
                        .isEqualTo(traits));
    }

    @Test
    void aSumDoesNotDependOnOrderOrGrouping() {
        Property.check("sum", 2_000, TraitsTests::three, each -> {
            Traits first = each.get(0);
            Traits second = each.get(1);
            Traits third = each.get(2);
            assertThat(first.with(second)).isEqualTo(second.with(first));
            assertThat(first.with(second).with(third)).isEqualTo(first.with(second.with(third)));
            assertThat(first.with(Traits.NONE)).isEqualTo(first);
            assertThat(Traits.KNOWN.with(first).known()).isTrue();
        });
    }

    @Test
    void aSumLeavesItsPartsAsTheyWere() {
        Property.check("sum of copies", 500, TraitsTests::three, each -> {
            List<String> before = each.stream().map(Traits::toString).toList();
            each.get(0).with(each.get(1)).with(each.get(2));
            assertThat(each.stream().map(Traits::toString).toList()).isEqualTo(before);
        });
    }

    private static List<Traits> three(Chance chance) {
        return List.of(some(chance), some(chance), some(chance));
    }

    private static Traits some(Chance chance) {
        if (chance.percent(20)) {
            return chance.percent(50) ? Traits.NONE : Traits.KNOWN;
        }
        var counts = new TreeMap<String, Integer>();
        for (String bucket : List.of("crm_id", "email@2026", "email@2026-05")) {
            if (chance.percent(50)) {
                counts.put(bucket, chance.between(1, 3));
            }
        }
        var claims = new TreeMap<String, SortedSet<String>>();
        for (String attribute : List.of("birthDate", "motto")) {
            if (chance.percent(50)) {
                var values = new ArrayList<>(List.of("1990-05-12", "a=b", "=", "x\ny"));
                claims.put(attribute, new TreeSet<>(values.subList(0, chance.between(1, 4))));
            }
        }
        return new Traits(chance.percent(50), counts, claims);
    }
}
