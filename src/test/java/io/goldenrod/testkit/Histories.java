package io.goldenrod.testkit;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Contested;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Veto;
import io.goldenrod.policy.Window;
import io.goldenrod.testkit.History.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes histories whose keys and values come from small pools, so that records meet, repeat, change and go. */
public final class Histories implements Generator<History> {

    private static final List<String> SOURCES = List.of("crm", "web", "pos");
    private static final List<String> STRONG = List.of("crm_id", "email", "phone", "account_id");
    private static final List<String> WEAK = List.of("device", "cookie", "kiosk");
    private static final List<String> GIVEN = List.of("given:ada", "given:bob", "given:cyd");
    private static final List<String> FAMILY = List.of("family:lovelace", "family:babbage", "family:byron");
    private static final List<String> BIRTH_DATES =
            List.of("1990-05-12", "1990-12-05", "1990-05-13", "1980-01-01", "1990");
    private static final Instant START = Instant.parse("2025-12-20T12:00:00Z");

    private static final List<String> GIVEN_NAMES = List.of("ada", "adah", "bob", "bobby", "cyd");
    private static final List<String> FAMILY_NAMES = List.of("lovelace", "lovelase", "babbage", "byron");

    private final int stepsMax;
    private final boolean deletions;
    private final boolean matching;

    private Histories(int stepsMax, boolean deletions, boolean matching) {
        this.stepsMax = stepsMax;
        this.deletions = deletions;
        this.matching = matching;
    }

    /** Histories of 1 to so many steps, of everything there is. */
    public static Histories upTo(int stepsMax) {
        return new Histories(stepsMax, true, false);
    }

    /** Without deletions, and no record says two things at one time: what is left then does not depend on order. */
    public Histories withoutDeletions() {
        return new Histories(stepsMax, false, matching);
    }

    /** With records that are alike in names, and matched by these. */
    public Histories withMatching() {
        return new Histories(stepsMax, deletions, true);
    }

    @Override
    public History generate(Chance chance) {
        Policies policies = policies(chance);
        int keysMax = chance.between(3, 14);
        int valuesMax = chance.between(2, 6);
        int deletePercent = deletions ? chance.between(0, 30) : 0;
        int batchMax = chance.oneOf(List.of(1, 1, 2, 4, 12));
        List<Step> steps = new ArrayList<>();
        Set<String> said = new HashSet<>();
        int count = chance.between(1, stepsMax);
        for (int i = 0; i < count; i++) {
            int number = chance.between(1, keysMax);
            String key = SOURCES.get(number % SOURCES.size()) + "/" + number;
            boolean ends = chance.between(1, batchMax) == 1;
            if (chance.percent(deletePercent)) {
                steps.add(new Step(RecordKey.parse(key), null, ends));
                continue;
            }
            SourceRecord record = record(chance, key, valuesMax);
            if (deletions || said.add(key + record.observedAt())) {
                steps.add(new Step(record.key(), record, ends));
                if (chance.percent(10)) {
                    steps.add(new Step(record.key(), record, chance.between(1, batchMax) == 1));
                }
            }
        }
        return new History(policies, matching ? Matchings.any(chance) : null, steps);
    }

    @Override
    public Stream<History> smaller(History value) {
        return value.smaller();
    }

    private static Policies policies(Chance chance) {
        Policies policies = Policies.empty();
        List<Window> windows = List.of(Window.values());
        for (String type : STRONG) {
            policies = policies.strong(type, chance.percent(50) ? 0 : chance.between(1, 3), chance.oneOf(windows))
                    .shared(
                            type,
                            chance.percent(60) ? 0 : chance.between(1, 3),
                            chance.percent(80) ? 0 : chance.between(1, 2));
        }
        for (String type : WEAK) {
            Contested contested = chance.percent(50) ? Contested.APART : chance.oneOf(List.of(Contested.values()));
            int max = chance.percent(75) ? 0 : chance.between(1, 2);
            int priority = (chance.percent(25) ? 5 : 600) + WEAK.indexOf(type);
            policies = policies.type(type, Linking.WEAK, priority, max, chance.oneOf(windows), contested)
                    .shared(type, chance.percent(70) ? 0 : chance.between(1, 3), 0);
        }
        policies = policies.none("ip").blocked("email", "v0").blocked("device", "w0");
        if (chance.percent(40)) {
            policies = policies.veto("birthDate", chance.oneOf(List.of(Veto.Tolerance.values())));
        }
        if (chance.percent(20)) {
            policies = policies.veto("country", Veto.Tolerance.NONE);
        }
        return chance.percent(15) ? policies.componentLinksMax(chance.between(1, 15)) : policies;
    }

    private SourceRecord record(Chance chance, String key, int valuesMax) {
        Instant at = START.plusSeconds(86_400L * chance.between(0, 20));
        Records record = Records.record(key).at(at);
        boolean anonymous = chance.percent(30);
        int strong = anonymous ? 0 : chance.between(0, 3);
        for (int i = 0; i < strong; i++) {
            record.identifier(chance.oneOf(STRONG), value("v", chance, valuesMax));
        }
        int weak = anonymous ? chance.between(1, 3) : chance.percent(25) ? 1 : 0;
        for (int i = 0; i < weak; i++) {
            record.identifier(chance.oneOf(WEAK), value("w", chance, valuesMax));
        }
        if (chance.percent(10)) {
            record.identifier("ip", "192.0.2.1");
        }
        if (matching && chance.percent(70)) {
            record.attribute("givenName", chance.oneOf(GIVEN_NAMES));
        }
        if (matching && chance.percent(70)) {
            record.attribute("familyName", chance.oneOf(FAMILY_NAMES));
        }
        if (chance.percent(25)) {
            record.names(chance.oneOf(GIVEN), chance.oneOf(FAMILY));
        }
        if (chance.percent(25)) {
            record.birthDate(chance.oneOf(BIRTH_DATES));
        }
        if (chance.percent(20)) {
            record.attribute("country", chance.oneOf(List.of("GB", "FR")));
        }
        if (chance.percent(40)) {
            record.attribute("city", chance.oneOf(List.of("Paris", "London", "Rome")));
        }
        if (chance.percent(30)) {
            record.attribute("tier", chance.oneOf(List.of("gold", "silver")));
        }
        if (chance.percent(20)) {
            record.consent(chance.oneOf(List.of("email", "ads")), chance.percent(50));
        }
        return record.build();
    }

    /** Value 0 is on the deny list of some types. */
    private static String value(String prefix, Chance chance, int valuesMax) {
        return prefix + (chance.percent(4) ? 0 : chance.between(1, valuesMax));
    }
}
