package io.goldenrod.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratorTests {

    private static final Instant ARRIVAL = Instant.parse("2026-01-01T00:00:00Z");

    /** None of what blurs the people, so that each share can be looked at alone. */
    private static final GeneratorSettings CLEAR =
            new GeneratorSettings(4000, 3, 4, 0.7, 0, 0, 0, 0, List.of(Origin.values()), List.of(Country.values()));

    private static List<GeneratedRecord> records(GeneratorSettings settings) {
        List<GeneratedRecord> records = new ArrayList<>();
        try {
            new Generator(settings).run(records::add);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return records;
    }

    private static GeneratorSettings clear(double slips, double missing, double bare, double placeholders) {
        return new GeneratorSettings(
                CLEAR.people(),
                CLEAR.seed(),
                CLEAR.recordsPerPerson(),
                CLEAR.inHouseholds(),
                slips,
                missing,
                bare,
                placeholders,
                CLEAR.origins(),
                CLEAR.countries());
    }

    private static GeneratorSettings clearOf(long people) {
        return new GeneratorSettings(people, 8, 4, 0.7, 0, 0, 0, 0, CLEAR.origins(), CLEAR.countries());
    }

    private static double share(List<GeneratedRecord> records, Predicate<GeneratedRecord> which) {
        return records.stream().filter(which).count() / (double) records.size();
    }

    /** The values of a type, each with the people who have it. */
    private static Map<String, Set<Long>> holders(List<GeneratedRecord> records, String type) {
        Map<String, Set<Long>> holders = new HashMap<>();
        for (GeneratedRecord record : records) {
            for (RawIdentifier each : record.record().identifiers()) {
                if (each.type().equals(type)) {
                    holders.computeIfAbsent(comparable(each), absent -> new HashSet<>())
                            .add(record.person());
                }
            }
        }
        return holders;
    }

    /** Of phone numbers the last nine digits, however they are written. */
    private static String comparable(RawIdentifier identifier) {
        String digits = identifier.value().replaceAll("\\D", "");
        return identifier.type().equals("phone") ? digits.substring(digits.length() - 9) : identifier.value();
    }

    @Test
    void theFirstPeopleStayTheSameWithMorePeople() {
        var few = records(GeneratorSettings.of(75, 5));
        var many = records(GeneratorSettings.of(300, 5));
        assertThat(many.subList(0, few.size())).isEqualTo(few);
        assertThat(few).extracting(GeneratedRecord::person).contains(0L, 74L).doesNotContain(75L);
    }

    @Test
    void anotherSeedMakesOtherPeople() {
        assertThat(records(GeneratorSettings.of(50, 1))).isEqualTo(records(GeneratorSettings.of(50, 1)));
        assertThat(records(GeneratorSettings.of(50, 1)))
                .doesNotContainAnyElementsOf(records(GeneratorSettings.of(50, 2)));
    }

    @Test
    void everybodyHasRecordsAndEveryRecordItsOwnName() {
        var records = records(CLEAR);
        assertThat(records).extracting(GeneratedRecord::key).doesNotHaveDuplicates();
        assertThat(records.stream().map(GeneratedRecord::person).distinct()).hasSize(4000);
        assertThat(records.size() / 4000.0).isCloseTo(4, within(0.2));
    }

    /** Families live together, and people are cut off where a neighbourhood ends, so somewhat fewer do. */
    @Test
    void asManyPeopleAsAskedLiveWithOthers() {
        var contacts = new Contacts(CLEAR);
        long together = 0;
        for (int place = 0; place < 125; place++) {
            Map<Object, Integer> sizes = new IdentityHashMap<>();
            var people = Neighbourhood.people(CLEAR, contacts, place);
            people.forEach(each -> sizes.merge(each.landline(), 1, Integer::sum));
            together += people.stream()
                    .filter(each -> sizes.get(each.landline()) > 1)
                    .count();
        }
        assertThat(together / 4000.0).isCloseTo(0.7, within(0.05));
    }

    @Test
    void asManyRecordsAsAskedAreMistyped() {
        var clear = records(CLEAR);
        var slipped = records(clear(0.3, 0, 0, 0));
        double changed = 0;
        for (int i = 0; i < clear.size(); i++) {
            changed += clear.get(i).equals(slipped.get(i)) ? 0 : 1;
        }
        // Visits say nothing that can be mistyped.
        double visits = share(clear, each -> each.record().attributes().isEmpty());
        assertThat(visits).isBetween(0.03, 0.09);
        assertThat(changed / clear.size()).isCloseTo(0.3 * (1 - visits), within(0.015));
    }

    @Test
    void asManyRecordsAsAskedAreBareOrHoldPlaceholders() {
        assertThat(share(records(CLEAR), each -> each.record().identifiers().isEmpty()))
                .isZero();
        var bare = records(clear(0, 0.2, 0.25, 0));
        assertThat(share(bare, each -> each.record().identifiers().isEmpty())).isCloseTo(0.25, within(0.015));
        assertThat(bare.stream()
                        .filter(each -> each.record().identifiers().isEmpty())
                        .map(each -> each.record().attributes())
                        .filter(each -> !each.containsKey("givenName")
                                || !each.containsKey("familyName")
                                || !each.containsKey("birthDate") && !each.containsKey("address")))
                .isEmpty();
        var clear = records(CLEAR);
        var holding = records(clear(0, 0, 0, 0.2));
        holding.removeAll(new HashSet<>(clear));
        assertThat(holding.size() / (double) clear.size()).isCloseTo(0.2, within(0.01));
    }

    @Test
    void asManyValuesAsAskedAreMissing() {
        Predicate<GeneratedRecord> unnamed = each -> !each.record().attributes().containsKey("familyName");
        var crm = new GeneratorSettings(4000, 3, 4, 0.7, 0, 0.3, 0, 0, List.of(Origin.CRM), List.of(Country.values()));
        assertThat(share(records(crm), unnamed)).isCloseTo(0.3, within(0.015));
        assertThat(share(records(crm), each -> each.record().source().equals("crm")))
                .isOne();
    }

    @Test
    void everyRecordIsTakenAndOnlyPlaceholdersAreWarnedOf() {
        var normalizer = new RecordNormalizer(PolicyFile.shipped(), RecordLimits.DEFAULT);
        for (GeneratedRecord each : records(clear(0.6, 0.2, 0.2, 0))) {
            var answer = normalizer.normalize(each.record(), ARRIVAL);
            assertThat(answer)
                    .as("%s", each)
                    .isInstanceOfSatisfying(
                            NormalizedRecord.Accepted.class,
                            accepted -> assertThat(accepted.warnings()).isEmpty());
        }
        for (GeneratedRecord each : records(clear(0.6, 0.2, 0.2, 0.9))) {
            assertThat(normalizer.normalize(each.record(), ARRIVAL))
                    .as("%s", each)
                    .isInstanceOf(NormalizedRecord.Accepted.class);
        }
    }

    @Test
    void phoneNumbersAreValidWhereTheirOwnersLive() throws Exception {
        var phones = PhoneNumberUtil.getInstance();
        for (Country country : Country.values()) {
            var settings =
                    new GeneratorSettings(1000, 4, 4, 0.7, 0.5, 0, 0, 0, List.of(Origin.SUPPORT), List.of(country));
            Set<String> numbers = new HashSet<>();
            for (GeneratedRecord each : records(settings)) {
                each.record().identifiers().stream()
                        .filter(identifier -> identifier.type().equals("phone"))
                        .forEach(identifier -> numbers.add(identifier.value()));
            }
            assertThat(numbers).hasSizeGreaterThan(1000);
            for (String number : numbers) {
                assertThat(phones.isValidNumberForRegion(phones.parse(number, "GB"), country.name()))
                        .as("%s in %s", number, country)
                        .isTrue();
            }
        }
    }

    @Test
    void whatPeopleHaveForThemselvesIsNobodyElses() {
        var records = records(CLEAR);
        for (String type : List.of("crm_id", "user_id", "cookie_id")) {
            assertThat(holders(records, type))
                    .isNotEmpty()
                    .allSatisfy((value, people) -> assertThat(people).as(value).hasSize(1));
        }
    }

    @Test
    void familiesShareAndNumbersPassToOthers() {
        var records = records(clearOf(20_000));
        for (String type : List.of("email", "loyalty_id", "account_id", "device_id")) {
            assertThat(holders(records, type).values().stream()
                            .filter(people -> people.size() == 2)
                            .filter(people -> isNear(people)))
                    .as(type)
                    .hasSizeGreaterThan(20);
        }
        var mobiles = records.stream()
                .filter(each -> !each.record().source().equals("crm"))
                .collect(Collectors.toList());
        assertThat(holders(mobiles, "phone").values().stream()
                        .filter(people -> people.size() == 2)
                        .filter(people -> !isNear(people)))
                .as("numbers of two people who live nowhere near")
                .hasSizeGreaterThan(20);
    }

    private static boolean isNear(Set<Long> people) {
        return people.stream().map(each -> each / Neighbourhood.SIZE).distinct().count() == 1;
    }

    /** So that it says something to have the same name, and that more with a rare one. */
    @Test
    void someNamesAreFrequentAndMostAreRare() {
        Map<Object, Set<Long>> families = new HashMap<>();
        for (GeneratedRecord each : records(GeneratorSettings.of(20_000, 8))) {
            Object family = each.record().attributes().get("familyName");
            if (family != null && !each.record().source().equals("pos")) {
                families.computeIfAbsent(family, absent -> new HashSet<>()).add(each.person());
            }
        }
        assertThat(families.values()).anyMatch(people -> people.size() > 40);
        assertThat(families.values().stream().filter(people -> people.size() <= 3))
                .hasSizeGreaterThan(families.size() / 2);
    }

    @Test
    void settingsThatCannotBeAreToldAllAtOnce() {
        assertThatThrownBy(() -> new GeneratorSettings(
                        0, 1, 30, -1, 2, 0.95, 0.5, Double.NaN, List.of(), List.of(Country.GB, Country.GB)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "people", "records", "households", "errors", "missing", "junk", "sources", "countries");
    }
}
