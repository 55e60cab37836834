package io.goldenrod.generate;

import io.goldenrod.generate.Country.Street;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** People of a few streets, in their households. Each neighbourhood comes of the seed and its own place alone. */
final class Neighbourhood {

    /** People in each: enough for households to fall as asked, few enough to be made at one time. */
    static final int SIZE = 32;

    /** Sizes 2 to 5 of households of several, and the people in the average one. */
    private static final int[] SIZE_WEIGHTS = {45, 25, 22, 8};

    private static final double SIZE_MEAN = 2.93;
    private static final int KIOSK_NEIGHBOURHOODS = 8;
    private static final int GROWN_UP_DAYS = 19 * 365;

    private final GeneratorSettings settings;
    private final Contacts contacts;
    private final long place;
    private final Draw draw;
    private final Country country;
    private final List<Street> streets;
    private final Home tower;
    private final List<Person> people = new ArrayList<>(SIZE);

    /** What the members of a household have in common. */
    private record Household(
            Timeline<Home> home,
            Timeline<String> landline,
            String sharedEmail,
            String tablet,
            String account,
            String loyaltyCard) {}

    /** Who somebody is, before contacts. */
    private record Birth(Culture culture, boolean woman, String givenName, LocalDate born) {}

    private Neighbourhood(GeneratorSettings settings, Contacts contacts, long place) {
        this.settings = settings;
        this.contacts = contacts;
        this.place = place;
        draw = new Draw(settings.seed(), Draw.Purpose.NEIGHBOURHOOD, place);
        country = settings.countries().get((int) (place % settings.countries().size()));
        Street first = country.street(draw);
        streets = List.of(first, country.streetNear(draw, first), country.streetNear(draw, first));
        // Some neighbours share house and street, and differ in the flat at most.
        tower = draw.chance(0.3) ? country.home(draw, first) : null;
    }

    /** @param place from 0; its people are those from {@code place * SIZE} on */
    static List<Person> people(GeneratorSettings settings, Contacts contacts, long place) {
        var neighbourhood = new Neighbourhood(settings, contacts, place);
        neighbourhood.settle();
        return neighbourhood.people;
    }

    private void settle() {
        double share = settings.inHouseholds();
        double several = share / (share + (1 - share) * SIZE_MEAN);
        while (people.size() < SIZE) {
            int left = SIZE - people.size();
            int size = draw.chance(several) ? Math.min(left, 2 + draw.weighted(SIZE_WEIGHTS)) : 1;
            household(size);
        }
    }

    private long next() {
        return place * SIZE + people.size();
    }

    private void household(int size) {
        Culture culture = country.culture(draw);
        boolean twoGrownUps = size > 1 && draw.chance(0.85);
        boolean mates = size > 1 && draw.chance(0.1);
        Birth first = birth(culture, draw.chance(0.5), 1935, 2006);
        String familyName = culture.familyName(draw);
        String secondName = culture.familyName(draw);
        Household shared = shared(size, familyName);
        if (mates) {
            mates(size, shared);
            return;
        }
        String own = culture.hasTwoFamilyNames() ? familyName + " " + secondName : familyName;
        add(first, new Timeline<>(own), shared.home(), shared);
        String children = own;
        if (twoGrownUps) {
            children = partner(first, familyName, secondName, shared);
        }
        int firstChild = people.size();
        Birth before = null;
        for (int i = twoGrownUps ? 2 : 1; i < size; i++) {
            before = child(first, before, children, shared, people.size() == firstChild);
        }
    }

    private Household shared(int size, String familyName) {
        long ordinal = next();
        Home home = home();
        var homes = new Timeline<>(home);
        if (draw.chance(0.3)) {
            homes.change(day(), country.home(draw, draw.chance(0.6) ? draw.oneOf(streets) : country.street(draw)));
        }
        Timeline<String> landline = new Timeline<>(draw.chance(0.5) ? contacts.landline(country, ordinal) : null);
        if (draw.chance(0.25)) {
            landline.change(day(), null);
        }
        boolean several = size > 1;
        return new Household(
                homes,
                landline,
                several && draw.chance(0.15) ? Contacts.householdEmail(draw, familyName, 3 * ordinal + 2) : null,
                several && draw.chance(0.4) ? contacts.device(4 * ordinal + 2) : null,
                several && draw.chance(0.25) ? Contacts.accountId(2 * ordinal + 1) : null,
                several && draw.chance(0.25) ? Contacts.loyaltyId(3 * ordinal + 2) : null);
    }

    private Home home() {
        if (tower != null && draw.chance(0.5)) {
            return new Home(
                    tower.street(),
                    country.unit(draw),
                    tower.city(),
                    tower.region(),
                    tower.postcode(),
                    tower.country());
        }
        return country.home(draw, draw.oneOf(streets));
    }

    /** People who share a flat and its landline, and nothing else. */
    private void mates(int size, Household flat) {
        var shared = new Household(flat.home(), flat.landline(), null, null, null, null);
        for (int i = 0; i < size; i++) {
            Culture culture = country.culture(draw);
            add(birth(culture, draw.chance(0.5), 1975, 2004), new Timeline<>(familyName(culture)), flat.home(), shared);
        }
    }

    private String familyName(Culture culture) {
        String name = culture.familyName(draw);
        return culture.hasTwoFamilyNames() ? name + " " + culture.familyName(draw) : name;
    }

    /** The family name that the children have. */
    private String partner(Birth first, String familyName, String secondName, Household shared) {
        Culture culture = draw.chance(0.9) ? first.culture() : country.culture(draw);
        boolean woman = draw.chance(0.93) != first.woman();
        int year = Math.min(2006, first.born().getYear() + draw.between(-6, 6));
        Birth birth = birth(culture, woman, year, year);
        String born = familyName(culture);
        var names = new Timeline<>(born);
        var homes = shared.home();
        if (draw.chance(0.3)) {
            // They met in these years: another name and another home before.
            int wedding = day();
            homes = new Timeline<>(country.home(draw, country.street(draw)));
            homes.change(wedding, shared.home().at(wedding));
            if (!culture.hasTwoFamilyNames() && draw.chance(0.75)) {
                names.change(wedding, draw.chance(0.12) ? born + "-" + familyName : familyName);
            }
        } else if (!culture.hasTwoFamilyNames() && draw.chance(0.75)) {
            names = new Timeline<>(familyName);
        }
        add(birth, names, homes, shared);
        return first.culture().hasTwoFamilyNames() ? familyName + " " + born.split(" ")[0] : familyName;
    }

    private Birth child(Birth parent, Birth sibling, String familyName, Household shared, boolean eldest) {
        int year = Math.min(2007, parent.born().getYear() + draw.between(20, 38));
        boolean twin = sibling != null && draw.chance(0.08);
        Birth birth = birth(parent.culture(), draw.chance(0.5), year, year);
        if (twin) {
            birth = new Birth(birth.culture(), birth.woman(), birth.givenName(), sibling.born());
        } else if (eldest && birth.woman() == parent.woman() && draw.chance(0.08)) {
            birth = new Birth(birth.culture(), birth.woman(), parent.givenName(), birth.born());
        }
        Timeline<Home> homes = shared.home();
        int leaves = day();
        if (birth.born().toEpochDay() + GROWN_UP_DAYS < leaves && draw.chance(0.5)) {
            homes = new Timeline<>(shared.home().at(leaves - 1));
            homes.change(leaves, country.home(draw, country.street(draw)));
        }
        add(birth, new Timeline<>(familyName), homes, shared);
        return birth;
    }

    private Birth birth(Culture culture, boolean woman, int yearMin, int yearMax) {
        LocalDate born = LocalDate.of(draw.between(yearMin, yearMax), 1, 1).plusDays(draw.below(365));
        return new Birth(culture, woman, culture.givenName(draw, woman), born);
    }

    private void add(Birth birth, Timeline<String> familyName, Timeline<Home> home, Household shared) {
        long ordinal = next();
        Culture culture = birth.culture();
        String family = familyName.at(Contacts.FIRST_DAY);
        Timeline<String> email =
                new Timeline<>(draw.chance(0.92) ? Contacts.email(draw, birth.givenName(), family, 3 * ordinal) : null);
        if (draw.chance(0.3)) {
            int day = day();
            email.change(day, Contacts.email(draw, birth.givenName(), familyName.at(day), 3 * ordinal + 1));
        }
        Timeline<String> device = new Timeline<>(contacts.device(4 * ordinal));
        if (draw.chance(0.6)) {
            device.change(day(), contacts.device(4 * ordinal + 1));
        }
        boolean joint = shared.account() != null && draw.chance(0.7);
        String account = joint ? shared.account() : draw.chance(0.6) ? Contacts.accountId(2 * ordinal) : null;
        boolean familyCard = shared.loyaltyCard() != null && draw.chance(0.7);
        Timeline<String> card = new Timeline<>(
                familyCard ? shared.loyaltyCard() : draw.chance(0.6) ? Contacts.loyaltyId(3 * ordinal) : null);
        if (!familyCard && draw.chance(0.15)) {
            card.change(day(), Contacts.loyaltyId(3 * ordinal + 1));
        }
        people.add(new Person(
                ordinal,
                country,
                culture,
                birth.woman(),
                birth.givenName(),
                draw.chance(0.45) ? culture.givenName(draw, birth.woman()) : null,
                familyName,
                birth.born(),
                home,
                email,
                draw.chance(0.5) ? shared.sharedEmail() : null,
                contacts.mobile(country, ordinal),
                shared.landline(),
                device,
                shared.tablet(),
                contacts.device(-1 - place / KIOSK_NEIGHBOURHOODS),
                Contacts.userId(birth.givenName(), family, ordinal),
                account,
                card));
    }

    /** Of a change: not at the very ends, so that there is something before and after. */
    private int day() {
        return draw.between(Contacts.FIRST_DAY + 200, Contacts.LAST_DAY - 200);
    }
}
