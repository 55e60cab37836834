package io.goldenrod.testkit;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Contested;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Veto;
import io.goldenrod.policy.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes small sets of records whose values come from small pools, so that they collide in every way. */
public final class RecordSets implements Generator<RecordSet> {

    private static final List<String> SOURCES = List.of("crm", "web", "pos");
    private static final List<String> STRONG = List.of("crm_id", "loyalty_id", "email", "phone", "account_id");
    private static final List<String> WEAK = List.of("device", "cookie", "kiosk");
    private static final List<String> TIMES = List.of(
            "2025-11-30T10:00:00Z",
            "2025-12-31T23:59:59.999Z",
            "2026-01-01T00:00:00Z",
            "2026-01-31T12:00:00Z",
            "2026-02-01T00:00:00Z");
    private static final List<Veto.Tolerance> TOLERANCES =
            List.of(Veto.Tolerance.NONE, Veto.Tolerance.TYPO, Veto.Tolerance.GENERATION);
    private static final List<String> GIVEN_NAMES = List.of("ada", "a", "grace mary", "mary", "robert");
    private static final List<String> BIRTH_DATES =
            List.of("1990-05-12", "1990-12-05", "1990-05-13", "1980-01-01", "1975-06-30", "1990");

    private final int recordsMax;
    private final boolean ties;
    private final boolean weak;
    private final boolean oversize;

    private RecordSets(int recordsMax, boolean ties, boolean weak, boolean oversize) {
        this.recordsMax = recordsMax;
        this.ties = ties;
        this.weak = weak;
        this.oversize = oversize;
    }

    /** Sets of 1 to so many records, of everything there is. */
    public static RecordSets upTo(int recordsMax) {
        return new RecordSets(recordsMax, true, true, true);
    }

    /** Without what stewards say and what matching finds. */
    public RecordSets withoutTies() {
        return new RecordSets(recordsMax, false, weak, oversize);
    }

    /** Without weak identifiers. */
    public RecordSets withoutWeak() {
        return new RecordSets(recordsMax, ties, false, oversize);
    }

    /** With no component too large. */
    public RecordSets withoutOversize() {
        return new RecordSets(recordsMax, ties, weak, false);
    }

    @Override
    public RecordSet generate(Chance chance) {
        Policies policies = policies(chance);
        int valuesMax = chance.between(2, 4);
        List<SourceRecord> records = new ArrayList<>();
        int count = chance.between(1, recordsMax);
        for (int i = 0; i < count; i++) {
            records.add(record(chance, i, valuesMax));
        }
        return new RecordSet(policies, records, ties && chance.percent(60) ? ties(chance, records) : List.of());
    }

    @Override
    public Stream<RecordSet> smaller(RecordSet value) {
        return value.smaller();
    }

    private Policies policies(Chance chance) {
        Policies policies = Policies.empty();
        List<Window> windows = List.of(Window.values());
        for (String type : STRONG) {
            policies = policies.strong(type, chance.percent(40) ? 0 : chance.between(1, 2), chance.oneOf(windows));
        }
        for (String type : WEAK) {
            Contested contested = chance.percent(50) ? Contested.APART : chance.oneOf(List.of(Contested.values()));
            int max = chance.percent(75) ? 0 : chance.between(1, 2);
            // One priority in four of a weak type stands before strong ones: strength, not rank, must decide.
            int priority = (chance.percent(25) ? 5 : 600) + WEAK.indexOf(type);
            policies = policies.type(type, Linking.WEAK, priority, max, chance.oneOf(windows), contested);
        }
        policies = policies.none("ip");
        if (chance.percent(60)) {
            policies = policies.veto("birthDate", chance.oneOf(TOLERANCES));
        }
        if (chance.percent(30)) {
            policies = policies.personVeto();
        }
        if (chance.percent(30)) {
            policies = policies.veto("country", Veto.Tolerance.NONE);
        }
        if (chance.percent(60)) {
            policies = policies.chain(chance.oneOf(List.of(-1.0, 0.0, 0.5)), chance.oneOf(List.of(1, 2, 10)));
        }
        return oversize && chance.percent(15) ? policies.componentLinksMax(chance.between(1, 12)) : policies;
    }

    private SourceRecord record(Chance chance, int number, int valuesMax) {
        Records record = Records.record(chance.oneOf(SOURCES) + "/" + number).at(chance.oneOf(TIMES));
        boolean anonymous = weak && chance.percent(35);
        int strong = anonymous ? 0 : chance.between(weak ? 0 : 1, 3);
        for (int i = 0; i < strong; i++) {
            record.identifier(chance.oneOf(STRONG), "v" + chance.between(1, valuesMax));
        }
        int weakCount = !weak ? 0 : anonymous ? chance.between(1, 3) : chance.between(0, 1);
        for (int i = 0; i < weakCount; i++) {
            record.identifier(chance.oneOf(WEAK), "w" + chance.between(1, valuesMax));
        }
        if (chance.percent(10)) {
            record.identifier("ip", "192.0.2.1");
        }
        if (chance.percent(35)) {
            record.birthDate(chance.oneOf(BIRTH_DATES));
        }
        if (chance.percent(35)) {
            record.attribute("givenName", chance.oneOf(GIVEN_NAMES));
        }
        if (chance.percent(20)) {
            record.attribute("country", chance.oneOf(List.of("GB", "FR")));
        }
        return record.build();
    }

    private List<Tie> ties(Chance chance, List<SourceRecord> records) {
        List<String> recordMembers =
                records.stream().map(record -> "record:" + record.key()).toList();
        Set<String> members = new LinkedHashSet<>(recordMembers);
        for (SourceRecord record : records) {
            record.identifiers().stream()
                    .filter(identifier -> !identifier.type().equals("ip"))
                    .map(Identifier::key)
                    .forEach(members::add);
        }
        List<Tie> found = new ArrayList<>();
        int count = chance.between(1, 6);
        for (int i = 0; i < count; i++) {
            Tie.Kind kind = chance.percent(50) ? Tie.Kind.MATCHED : chance.oneOf(List.of(Tie.Kind.values()));
            List<String> ends = kind == Tie.Kind.MATCHED ? recordMembers : List.copyOf(members);
            String left = chance.oneOf(ends);
            String right = chance.oneOf(ends);
            boolean twice = found.stream()
                    .anyMatch(each -> each.kind() == kind
                            && Set.of(each.left(), each.right()).equals(asSet(left, right)));
            if (!left.equals(right) && !twice) {
                found.add(new Tie(kind, left, right, kind == Tie.Kind.MATCHED ? chance.between(1, 3) / 4.0 : 0));
            }
        }
        return found;
    }

    private static Set<String> asSet(String left, String right) {
        return left.equals(right) ? Set.of(left) : Set.of(left, right);
    }
}
