package io.goldenrod.partition;

import static io.goldenrod.testkit.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Window;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Property;
import io.goldenrod.testkit.RecordSet;
import io.goldenrod.testkit.RecordSets;
import io.goldenrod.testkit.Tie;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The short way, by which a record joins customers whose members are not loaded, against the whole partition. */
class ContractionTests {

    @Test
    void whatComesOutWholeInShortIsWholeInFull() {
        int[] arrivals = new int[5];
        Property.check("short way", 8_000, RecordSets.upTo(10), set -> {
            for (int i = 0; i < set.records().size(); i++) {
                Contraction contraction = new Contraction(
                        set, set.records().subList(0, i), set.records().get(i));
                boolean shortWay = !contraction.touchesHeldLinks()
                        && contraction.leavesJudgementsAlone()
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

    /** A record can release held links of which it touches no end, so it is the customers that must hold nothing. */
    @Test
    void aBridgeReleasesHeldLinksThatItDoesNotTouch() {
        Contraction bridge = arriving(
                List.of(),
                record("web/1").email("ada@x.org").device("tablet").build(),
                record("web/2").email("eve@x.org").device("tablet").build(),
                record("crm/1").email("ada@x.org").email("eve@x.org").build());
        assertThat(bridge.before().held()).hasSize(2);
        assertThat(bridge.touchesHeldLinks()).isTrue();
        assertThat(bridge.comesOutWhole()).isTrue();
        assertThat(bridge.full().held()).isEmpty();
        assertThat(bridge.full()).isNotEqualTo(bridge.shortWay());
    }

    /** The match makes the anonymous record known, and then the device has two customers. */
    @Test
    void aMatchWithAnAnonymousRecordCanContestADevice() {
        Contraction matched = arriving(
                List.of(new Tie(Tie.Kind.MATCHED, "record:web/2", "record:crm/1", 0.95)),
                record("web/1").email("ada@x.org").device("tablet").build(),
                record("web/2").device("tablet").build(),
                record("crm/1").email("eve@x.org").build());
        assertThat(matched.touchesHeldLinks()).isFalse();
        assertThat(matched.comesOutWhole()).isTrue();
        assertThat(matched.strongLinksReachTheCore()).isFalse();
        assertThat(matched.full().held()).containsValue(Constraint.CONTESTED);
    }

    /** Seen again in another year, an e-mail counts in that year too, and the customer has one too many there. */
    @Test
    void aNewObservationOfAnOldIdentifierCountsInItsOwnWindow() {
        Contraction again = new Contraction(
                new RecordSet(
                        Policies.empty().strong("crm_id", 0, Window.EVER).strong("email", 1, Window.YEARLY),
                        List.of(),
                        List.of()),
                List.of(
                        record("web/1")
                                .crmId("1")
                                .email("ada@x.org")
                                .at("2025-05-01")
                                .build(),
                        record("web/2")
                                .crmId("1")
                                .email("eve@x.org")
                                .at("2026-05-01")
                                .build()),
                record("web/3").email("ada@x.org").at("2026-06-01").build());
        assertThat(again.before().clusters()).hasSize(1);
        assertThat(again.before().held()).isEmpty();
        assertThat(again.comesOutWhole()).isFalse();
        assertThat(again.full().held()).containsValue(Constraint.LIMIT);
    }

    @Test
    void aContractedCustomerThatGrowsTooLargeIsNotWhole() {
        Contraction grown = new Contraction(
                new RecordSet(Policies.customers().componentLinksMax(3), List.of(), List.of()),
                List.of(
                        record("web/1").email("ada@x.org").device("d1").build(),
                        record("web/2").device("d1").build()),
                record("web/3").device("d1").build());
        assertThat(grown.before().held()).isEmpty();
        assertThat(grown.comesOutWhole()).isFalse();
        assertThat(grown.full().held()).containsValue(Constraint.OVERSIZED);
    }

    private static Contraction arriving(
            List<Tie> ties, SourceRecord first, SourceRecord second, SourceRecord arriving) {
        RecordSet set = new RecordSet(Policies.customers(), List.of(), ties);
        return new Contraction(set, List.of(first, second), arriving);
    }
}
