package io.goldenrod.generate;

import java.util.List;

/** What people and systems write where they know nothing, or do not want to say. */
final class Placeholders {

    private static final List<String> EMAILS = List.of(
            "test@test.com",
            "noemail@noemail.com",
            "none@none.com",
            "no-reply@example.com",
            "unknown@unknown.com",
            "asdf@asdf.com",
            "test@example.com");
    private static final List<String> PHONES =
            List.of("0000000000", "+44 7777777777", "+1 999 999 9999", "1234567890", "+44 1234567890", "n/a");
    private static final List<String> NAMES = List.of("Test", "Unknown", "N/A", "Customer", "xxx", "Guest", "Asdf");
    private static final List<String> DATES = List.of("1900-01-01", "1899-12-30", "1970-01-01", "00/00/0000");
    private static final List<String> CODES = List.of("0000000000", "UNKNOWN", "N/A", "-1");

    /** Cashiers who give their shop's address for customers who have none. */
    private static final int TILLS = 40;

    private Placeholders() {}

    /** Puts one in the place of a value, or where there was none. */
    static void put(Draw draw, Draft draft) {
        int kind = draw.weighted(30, 25, 15, 15, 15);
        if (draft.familyName == null && draft.cookieId == null && draft.deviceId == null) {
            // Of the others some are refused, and a record is refused that has nothing else.
            kind = 0;
        }
        switch (kind) {
            case 0 ->
                draft.email = draft.origin == Origin.POS && draw.chance(0.5)
                        ? "till" + (1 + draw.below(TILLS)) + "@shop.example.org"
                        : draw.oneOf(EMAILS);
            case 1 -> {
                draft.landline = null;
                draft.mobile = draw.oneOf(PHONES);
            }
            case 2 -> draft.givenName = draw.oneOf(NAMES);
            case 3 -> draft.birthDateText = draw.oneOf(DATES);
            default -> {
                if (draft.origin == Origin.CRM) {
                    draft.crmId = draw.oneOf(CODES);
                } else {
                    draft.loyaltyId = draw.oneOf(CODES);
                }
            }
        }
    }
}
