package io.goldenrod.generate;

import java.time.LocalDate;

/** A record that is being filled in; null for what it does not say. */
final class Draft {
    Origin origin;
    String recordId;
    long second;
    String crmId;
    String loyaltyId;
    String accountId;
    String userId;
    String email;
    String mobile;
    String landline;
    String deviceId;
    String cookieId;
    String givenName;
    String middleName;
    String familyName;
    LocalDate birthDate;
    String birthDateText;
    String gender;
    String line1;
    String line2;
    String city;
    String region;
    String postcode;
    String country;
    Boolean marketing;

    void dropIdentifiers() {
        crmId = null;
        loyaltyId = null;
        accountId = null;
        userId = null;
        email = null;
        mobile = null;
        landline = null;
        deviceId = null;
        cookieId = null;
    }

    void dropAttributes() {
        givenName = null;
        middleName = null;
        familyName = null;
        birthDate = null;
        birthDateText = null;
        gender = null;
        line1 = null;
        line2 = null;
        city = null;
        region = null;
        postcode = null;
        country = null;
    }

    boolean hasNoIdentifier() {
        return crmId == null
                && loyaltyId == null
                && accountId == null
                && userId == null
                && email == null
                && mobile == null
                && landline == null
                && deviceId == null
                && cookieId == null;
    }
}
