package io.goldenrod.generate;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the systems recorded of a person over the years. */
final class RecordMaker {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int COOKIE_DAYS = 180;
    private static final int CUSTOMER_DAYS_MIN = 14 * 365;

    /** Records of a person are counted in this, so that their ids stay apart. */
    private static final int RECORDS_STRIDE = 64;

    /** Cookies have their own places among the devices. */
    private static final long COOKIES = 1L << 50;

    /** Not taken from the platform, whose short forms change from version to version. */
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private final GeneratorSettings settings;
    private final int[] originWeights;

    RecordMaker(GeneratorSettings settings) {
        this.settings = settings;
        originWeights = settings.origins().stream().mapToInt(Origin::weight).toArray();
    }

    /** Oldest first. */
    void records(Person person, Consumer<Draft> sink) {
        Draw draw = new Draw(settings.seed(), Draw.Purpose.RECORDS, person.ordinal());
        int count = 1;
        while (count < GeneratorSettings.RECORDS_PER_PERSON_MAX && !draw.chance(1 / settings.recordsPerPerson())) {
            count++;
        }
        int first = (int) Math.max(Contacts.FIRST_DAY, person.born().toEpochDay() + CUSTOMER_DAYS_MIN);
        int[] days = new int[count];
        for (int i = 0; i < count; i++) {
            days[i] = draw.between(first, Contacts.LAST_DAY);
        }
        Arrays.sort(days);
        for (int i = 0; i < count; i++) {
            Origin origin = settings.origins().get(draw.weighted(originWeights));
            sink.accept(record(person, person.ordinal() * RECORDS_STRIDE + i, origin, days[i]));
        }
    }

    private Draft record(Person person, long index, Origin origin, int day) {
        Draw draw = new Draw(settings.seed(), Draw.Purpose.RECORD, index);
        Draft draft = new Draft();
        draft.origin = origin;
        draft.recordId = Contacts.recordId(index);
        draft.second = (long) day * SECONDS_A_DAY + draw.below(SECONDS_A_DAY);
        attributes(draw, person, day, draft);
        identifiers(draw, person, day, draft);
        Draw omissions = new Draw(settings.seed(), Draw.Purpose.OMISSIONS, index);
        boolean bare = omissions.chance(settings.bare());
        boolean visit = draw.chance(0.15);
        if (bare) {
            draft.dropIdentifiers();
            name(draw, person, day, draft);
            if (draft.birthDate == null && draft.line1 == null) {
                draft.birthDate = person.born();
            }
        } else if (origin == Origin.WEB && visit) {
            visit(draft);
        }
        omit(omissions, draft, bare);
        if (!bare && draft.hasNoIdentifier()) {
            identify(person, day, draft);
        }
        Draw slips = new Draw(settings.seed(), Draw.Purpose.SLIPS, index);
        if (slips.chance(settings.slips())) {
            Slips.make(slips, draft);
        }
        boolean national = person.country() == Country.GB;
        draft.mobile = draft.mobile == null ? null : person.country().phone(draw, draft.mobile, national);
        draft.landline = draft.landline == null ? null : person.country().phone(draw, draft.landline, national);
        draft.birthDateText = draft.birthDate == null ? null : written(draw, draft.birthDate, person, origin);
        Draw placeholders = new Draw(settings.seed(), Draw.Purpose.PLACEHOLDERS, index);
        if (!bare && placeholders.chance(settings.placeholders())) {
            Placeholders.put(placeholders, draft);
        }
        styled(draw, draft);
        return draft;
    }

    private static void attributes(Draw draw, Person person, int day, Draft draft) {
        Origin origin = draft.origin;
        if (origin != Origin.POS || draw.chance(0.85)) {
            name(draw, person, day, draft);
        }
        if (draw.chance(origin.birthDate())) {
            draft.birthDate = person.born();
        }
        if (draw.chance(origin.gender())) {
            draft.gender = draw.chance(0.5) ? person.woman() ? "female" : "male" : person.woman() ? "F" : "M";
        }
        if (draw.chance(origin.address())) {
            Home home = person.home().at(day);
            draft.line1 = draw.chance(0.3) ? person.country().shortened(home.street()) : home.street();
            draft.line2 = home.unit().isEmpty() ? null : home.unit();
            draft.city = home.city();
            draft.region = draw.chance(0.6) ? home.region() : null;
            draft.postcode = home.postcode();
            draft.country = draw.chance(0.2) ? person.country().written() : draw.chance(0.75) ? home.country() : null;
        }
        draft.marketing = draw.chance(0.25) ? Boolean.valueOf(draw.chance(0.6)) : null;
    }

    private static void name(Draw draw, Person person, int day, Draft draft) {
        List<String> shortForms = person.culture().shortForms(person.givenName());
        boolean isShort = !shortForms.isEmpty() && draw.chance(draft.origin.shortName());
        draft.givenName = isShort ? draw.oneOf(shortForms) : person.givenName();
        String family = person.familyName().at(day);
        int space = person.culture().hasTwoFamilyNames() ? family.indexOf(' ') : -1;
        draft.familyName = space > 0 && draw.chance(0.35) ? family.substring(0, space) : family;
        if (person.middleName() != null && draw.chance(draft.origin.middleName())) {
            draft.middleName = draw.chance(0.4) ? person.middleName().substring(0, 1) : person.middleName();
        }
    }

    private void identifiers(Draw draw, Person person, int day, Draft draft) {
        String own = person.email().at(day);
        String email = own == null || person.sharedEmail() != null && draw.chance(0.3) ? person.sharedEmail() : own;
        String mobile = person.mobile().at(day);
        String landline = person.landline().at(day);
        switch (draft.origin) {
            case CRM -> {
                // The same person is entered twice now and then.
                draft.crmId = Contacts.crmId(2 * person.ordinal() + (draw.chance(0.12) ? 1 : 0));
                draft.accountId = draw.chance(0.2) ? person.accountId() : null;
                draft.email = draw.chance(0.7) ? email : null;
                draft.mobile = draw.chance(0.6) ? mobile : null;
                draft.landline = draw.chance(0.5) ? landline : null;
            }
            case WEB -> {
                draft.email = draw.chance(0.85) ? email : null;
                draft.userId = draw.chance(0.35) ? person.userId() : null;
                draft.mobile = draw.chance(0.25) ? mobile : null;
                draft.cookieId = Contacts.cookie(new Draw(
                        settings.seed(),
                        Draw.Purpose.DEVICE,
                        COOKIES + person.ordinal() * RECORDS_STRIDE + (day - Contacts.FIRST_DAY) / COOKIE_DAYS));
                boolean atHome = person.tablet() != null && draw.chance(0.25);
                boolean away = draw.chance(0.02);
                draft.deviceId = away
                        ? person.kiosk()
                        : atHome
                                ? person.tablet()
                                : draw.chance(0.6) ? person.device().at(day) : null;
                draft.cookieId = away || draw.chance(0.3) ? null : draft.cookieId;
            }
            case POS -> {
                draft.loyaltyId = draw.chance(0.6) ? person.loyaltyId().at(day) : null;
                draft.email = draw.chance(0.35) ? email : null;
                draft.mobile = draw.chance(0.4) ? mobile : null;
            }
            case SUPPORT -> {
                draft.mobile = draw.chance(0.6) ? mobile : null;
                draft.landline = draw.chance(0.4) ? landline : null;
                draft.email = draw.chance(0.4) ? email : null;
                draft.crmId = draw.chance(0.2) ? Contacts.crmId(2 * person.ordinal()) : null;
                draft.accountId = draw.chance(0.3) ? person.accountId() : null;
            }
            case LOYALTY -> {
                draft.loyaltyId = person.loyaltyId().at(day);
                draft.email = draw.chance(0.65) ? email : null;
                draft.mobile = draw.chance(0.5) ? mobile : null;
            }
        }
    }

    /** A record that is not to be bare has something that its system knows people by. */
    private static void identify(Person person, int day, Draft draft) {
        draft.loyaltyId = draft.origin == Origin.POS ? person.loyaltyId().at(day) : null;
        draft.mobile = draft.loyaltyId == null ? person.mobile().at(day) : null;
        draft.userId = draft.hasNoIdentifier() && draft.origin == Origin.WEB ? person.userId() : null;
        draft.crmId = draft.hasNoIdentifier() ? Contacts.crmId(2 * person.ordinal()) : null;
    }

    /** Somebody looked around without saying who they are. */
    private static void visit(Draft draft) {
        if (draft.cookieId != null || draft.deviceId != null) {
            String cookie = draft.cookieId;
            String device = draft.deviceId;
            draft.dropIdentifiers();
            draft.dropAttributes();
            draft.cookieId = cookie;
            draft.deviceId = device;
            draft.marketing = null;
        }
    }

    /** What programs give out is never forgotten; what people are asked for is. */
    private void omit(Draw draw, Draft draft, boolean bare) {
        draft.crmId = draft.origin == Origin.CRM ? draft.crmId : kept(draw, draft.crmId);
        draft.loyaltyId = draft.origin == Origin.LOYALTY ? draft.loyaltyId : kept(draw, draft.loyaltyId);
        draft.accountId = kept(draw, draft.accountId);
        draft.userId = kept(draw, draft.userId);
        draft.email = kept(draw, draft.email);
        draft.mobile = kept(draw, draft.mobile);
        draft.landline = kept(draw, draft.landline);
        draft.middleName = kept(draw, draft.middleName);
        draft.gender = kept(draw, draft.gender);
        draft.line2 = kept(draw, draft.line2);
        draft.city = kept(draw, draft.city);
        draft.region = kept(draw, draft.region);
        draft.country = kept(draw, draft.country);
        String postcode = kept(draw, draft.postcode);
        String givenName = kept(draw, draft.givenName);
        String familyName = kept(draw, draft.familyName);
        String line1 = kept(draw, draft.line1);
        LocalDate birthDate = draw.chance(settings.missing()) ? null : draft.birthDate;
        if (bare) {
            // One of the two is enough, and the name has to be there.
            draft.birthDate = draft.line1 == null ? draft.birthDate : birthDate;
            return;
        }
        draft.postcode = postcode;
        draft.givenName = givenName;
        draft.familyName = familyName;
        draft.line1 = line1;
        draft.birthDate = birthDate;
    }

    private String kept(Draw draw, String value) {
        return draw.chance(settings.missing()) ? null : value;
    }

    private static String written(Draw draw, LocalDate date, Person person, Origin origin) {
        boolean iso = origin != Origin.LOYALTY || draw.chance(0.5);
        return switch (iso ? Country.FR : person.country()) {
            case DE -> twoDigits(date.getDayOfMonth()) + "." + twoDigits(date.getMonthValue()) + "." + date.getYear();
            case GB, US -> date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
            default -> date.toString();
        };
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** As each system writes: tills in capitals, some people without, and some without accents. */
    private static void styled(Draw draw, Draft draft) {
        boolean bare = draw.chance(0.2);
        boolean lower = draft.origin == Origin.WEB && draw.chance(0.12);
        UnaryOperator<String> style = text -> {
            String written = bare ? withoutAccents(text) : text;
            return draft.origin == Origin.POS
                    ? written.toUpperCase(Locale.ROOT)
                    : lower ? written.toLowerCase(Locale.ROOT) : written;
        };
        draft.givenName = draft.givenName == null ? null : style.apply(draft.givenName);
        draft.middleName = draft.middleName == null ? null : style.apply(draft.middleName);
        draft.familyName = draft.familyName == null ? null : style.apply(draft.familyName);
        draft.line1 = draft.line1 == null ? null : style.apply(draft.line1);
        draft.city = draft.city == null ? null : style.apply(draft.city);
    }

    private static String withoutAccents(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 0x80;
        }
        if (plain) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replace('ł', 'l')
                .replace('Ł', 'L');
        StringBuilder kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
                kept.append(apart.charAt(i));
            }
        }
        return kept.toString().replace("ß", "ss");
    }
}
