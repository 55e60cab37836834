package io.goldenrod.partition;

import static io.goldenrod.testkit.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Property;
import io.goldenrod.testkit.RecordSet;
import io.goldenrod.testkit.RecordSets;
import io.goldenrod.testkit.Tie;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The short way, by which a record joins customers whose members are not loaded, against the whole partition. */
class ContractionTests {

    @Test
    void whatComesOutWholeInShortIsWholeInFull() {
        int[] arrivals = new int[5];
        Property.check("short way", 4_000, RecordSets.upTo(10), set -> {
            for (int i = 0; i < set.records().size(); i++) {
                Contraction contraction = new Contraction(
                        set, set.records().subList(0, i), set.records().get(i));
                boolean shortWay = !contraction.touchesHeldLinks()
                        && contraction.strongLinksReachTheCore()
                        && contraction.comesOutWhole();
                arrivals[4]++;
                if (shortWay) {
                    arrivals[Math.min(contraction.customersTouched(), 3)]++;
                    assertThat(contraction.full()).isEqualTo(contraction.shortWay());
                }
            }
        });
        System.out.printf(
                "the short way took %d, %d, %d and %d records that touched no, one, two and more customers, of %d%n",
                arrivals[0], arrivals[1], arrivals[2], arrivals[3], arrivals[4]);
        assertThat(IntStream.of(arrivals)).allMatch(count -> count > 20);
    }
}
