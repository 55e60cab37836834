package io.goldenrod.partition;

import static io.goldenrod.testkit.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.Identifier;
import io.goldenrod.policy.Contested;
import io.goldenrod.testkit.Policies;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTests {

    private static final Instant LATE_2025 = Instant.parse("2025-12-31T23:59:59Z");
    private static final Instant EARLY_2026 = Instant.parse("2026-01-01T00:00:00Z");

    private final Rules rules = new Rules(Policies.customers().build());

    @Test
    void aRecordClaimsItsVetoAttributesOnly() {
        Traits traits = rules.traits(record("crm/1")
                .birthDate("1990-05-12")
                .attribute("country", "GB")
                .attribute("gender", "f")
                .build());
        assertThat(traits.claimLines()).containsExactly("birthDate=1990-05-12", "country=GB");
        assertThat(traits.counts()).isEmpty();
        assertThat(traits.known()).isFalse();
    }

    @Test
    void aPartialDateClaimsNothing() {
        assertThat(rules.traits(record("crm/1").birthDate("1990").build())).isEqualTo(Traits.NONE);
        assertThat(rules.traits(record("crm/1").birthDate("1990-05").build())).isEqualTo(Traits.NONE);
        assertThat(rules.traits(record("crm/1").build())).isEqualTo(Traits.NONE);
    }

    @Test
    void anIdentifierCountsOnceInEachWindowItWasSeenIn() {
        List<Instant> times = List.of(LATE_2025, EARLY_2026, EARLY_2026);
        assertThat(rules.traits(new Identifier("phone", "+44"), times).countLines())
                .containsExactly("phone@2025=1", "phone@2026=1");
        assertThat(rules.traits(new Identifier("account_id", "7"), times).countLines())
                .containsExactly("account_id@2025-12=1", "account_id@2026-01=1");
        assertThat(rules.traits(new Identifier("email", "a@x.org"), times).countLines())
                .containsExactly("email=1");
    }

    @Test
    void onlyStrongIdentifiersMakeKnownAndUnlimitedOnesCountNothing() {
        assertThat(rules.traits(new Identifier("loyalty_id", "7"), List.of(LATE_2025)))
                .isEqualTo(Traits.KNOWN);
        assertThat(rules.traits(new Identifier("device", "d"), List.of(LATE_2025)))
                .isEqualTo(Traits.NONE);
        assertThat(rules.traits(new Identifier("crm_id", "1"), List.of(LATE_2025))
                        .known())
                .isTrue();
    }

    @Test
    void typesThatDoNotLinkHaveNoClass() {
        assertThat(rules.linkClass("ip")).isNull();
        assertThat(rules.linkClass("fax")).isNull();
        assertThat(rules.linkClass("email").weak()).isFalse();
        assertThat(rules.linkClass("kiosk").weak()).isTrue();
        assertThat(rules.linkClass("kiosk").contested()).isEqualTo(Contested.EARLIEST);
    }

    @Test
    void aBucketsLimitIsThatOfItsType() {
        assertThat(rules.maxIn("crm_id")).isEqualTo(1);
        assertThat(rules.maxIn("phone@2026")).isEqualTo(2);
        assertThat(rules.maxIn("loyalty_id")).isEqualTo(Integer.MAX_VALUE);
        assertThat(rules.maxIn("fax@2026")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void exceededIsAboveALimitOrContradictingItself() {
        assertThat(rules.isExceeded(read("phone@2025=2", "phone@2026=2"))).isFalse();
        assertThat(rules.isExceeded(read("phone@2026=3"))).isTrue();
        assertThat(rules.isExceeded(claiming("birthDate=1990-05-12", "birthDate=1990-12-05")))
                .isFalse();
        assertThat(rules.isExceeded(claiming("birthDate=1990-05-12", "birthDate=1980-01-01")))
                .isTrue();
        assertThat(rules.isExceeded(claiming("country=FR", "country=GB"))).isTrue();
    }

    private static Traits read(String... counts) {
        return Traits.read(true, List.of(counts), List.of());
    }

    private static Traits claiming(String... claims) {
        return Traits.read(true, List.of(), List.of(claims));
    }
}
