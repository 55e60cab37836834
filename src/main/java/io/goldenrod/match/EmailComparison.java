package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * E-mail addresses.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>ada@example.org, Ada@example.org</td></tr>
 * <tr><td>typo</td><td>ada.king@example.org, ada.kign@example.org: one edit anywhere</td></tr>
 * <tr><td>sameLocal</td><td>ada.king@example.org, ada.king@mail.com: not for names such as info</td></tr>
 * <tr><td>similar</td><td>ada.king@example.org, adaking1@mail.com; jc@white.org, j.c@wihte.org: Jaro–Winkler 0.92 or
 * more of what is before the at sign, in four letters and digits or more; or two edits in the whole, or the same
 * letters in another order</td></tr>
 * <tr><td>different</td><td>ada@example.org, grace@example.org</td></tr>
 * </table>
 */
final class EmailComparison extends ValueComparison<EmailComparison.Address> {

    private static final int EXACT = 0;
    private static final int TYPO = 1;
    private static final int SAME_LOCAL = 2;
    private static final int SIMILAR = 3;
    private static final int DIFFERENT = 4;

    private static final int LOCAL_LENGTH_MIN = 4;
    private static final int TWO_EDITS_LENGTH_MIN = 9;
    private static final double LIKENESS_MIN = 0.92;

    private static final Set<String> ROLES = Set.of(
            "info",
            "mail",
            "email",
            "contact",
            "office",
            "sales",
            "admin",
            "support",
            "service",
            "hello",
            "noreply",
            "billing",
            "accounts",
            "enquiries",
            "reception",
            "webmaster",
            "postmaster",
            "team",
            "help",
            "kontakt");

    /**
     * @param whole the address, in lower case
     * @param local letters and digits before the at sign; null where it names a role, or is too short to say anything
     */
    record Address(Word whole, Word local) {}

    private final List<String> fields;

    EmailComparison(List<String> fields) {
        super("email", "exact", "typo", "sameLocal", "similar", "different");
        this.fields = fields;
    }

    @Override
    List<Address> values(SourceRecord record) {
        List<Address> addresses = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            String lower = text.strip().toLowerCase(Locale.ROOT);
            int at = lower.lastIndexOf('@');
            String local = CodeComparison.lettersAndDigits(at < 0 ? lower : lower.substring(0, at));
            boolean telling = local.length() >= LOCAL_LENGTH_MIN && !ROLES.contains(local);
            Word whole = Word.of(lower);
            addresses.add(whole == null ? null : new Address(whole, telling ? Word.of(local) : null));
        }
        return addresses;
    }

    @Override
    int compare(Address left, Address right) {
        if (left.whole().same(right.whole())) {
            return EXACT;
        }
        if (left.whole().isTypo(right.whole())) {
            return TYPO;
        }
        Word whole = left.whole();
        boolean near = whole.length() >= TWO_EDITS_LENGTH_MIN
                && (whole.isWithin(right.whole(), 2) || whole.isAnagram(right.whole()));
        Word one = left.local();
        Word other = right.local();
        if (one == null || other == null) {
            return near ? SIMILAR : DIFFERENT;
        }
        if (one.same(other)) {
            return SAME_LOCAL;
        }
        return near || one.likeness(other, LIKENESS_MIN) >= LIKENESS_MIN ? SIMILAR : DIFFERENT;
    }

    @Override
    String term(Address address, int level) {
        return level == EXACT ? address.whole().text : level == SAME_LOCAL ? address.local().text : null;
    }
}
