package io.goldenrod.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * What to make up.
 *
 * @param people how many, 1 to 1,000,000,000
 * @param seed any number; another one makes other people
 * @param recordsPerPerson on average, 1 to 20; one person has 1 to {@link #RECORDS_PER_PERSON_MAX}
 * @param inHouseholds share of people who live with others, 0 to 1
 * @param slips share of records with a typing error or more, 0 to 1
 * @param missing chance of each value to be left out, 0 to 0.9
 * @param bare share of records with no identifier: a name, and a birth date or address; 0 to 1
 * @param placeholders share of records with a value that stands for none, such as test@test.com; 0 to 1
 * @param origins the systems that records come from; at least one, none twice
 * @param countries where people live, equally many in each; at least one, none twice
 */
public record GeneratorSettings(
        long people,
        long seed,
        double recordsPerPerson,
        double inHouseholds,
        double slips,
        double missing,
        double bare,
        double placeholders,
        List<Origin> origins,
        List<Country> countries) {

    public static final int RECORDS_PER_PERSON_MAX = 60;
    private static final long PEOPLE_MAX = 1_000_000_000;

    /** The defaults, for so many people. */
    public static GeneratorSettings of(long people, long seed) {
        return new GeneratorSettings(
                people, seed, 4, 0.7, 0.2, 0.1, 0.1, 0.01, List.of(Origin.values()), List.of(Country.values()));
    }

    public GeneratorSettings {
        List<String> problems = new ArrayList<>();
        if (people < 1 || people > PEOPLE_MAX) {
            problems.add("people are 1 to " + PEOPLE_MAX);
        }
        check("records", recordsPerPerson, 1, 20, problems);
        check("households", inHouseholds, 0, 1, problems);
        check("errors", slips, 0, 1, problems);
        check("missing", missing, 0, 0.9, problems);
        check("bare", bare, 0, 1, problems);
        check("junk", placeholders, 0, 1, problems);
        if (origins.isEmpty() || origins.stream().distinct().count() < origins.size()) {
            problems.add("sources are one or more, none of them twice");
        }
        if (countries.isEmpty() || countries.stream().distinct().count() < countries.size()) {
            problems.add("countries are one or more, none of them twice");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        origins = List.copyOf(origins);
        countries = List.copyOf(countries);
    }

    private static void check(String name, double value, double min, double max, List<String> problems) {
        if (!(value >= min && value <= max)) {
            problems.add(name + " is from " + min + " to " + max);
        }
    }
}
