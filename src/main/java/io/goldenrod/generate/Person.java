package io.goldenrod.generate;

import java.time.LocalDate;

/**
 * Somebody, over the years.
 *
 * @param ordinal from 0, over all people
 * @param born day since 1970-01-01
 * @param landline of the household; null while there is none
 * @param sharedEmail of the household; null when there is none
 * @param tablet that the household shares; null when there is none
 * @param kiosk that some hundred neighbours use at times
 * @param accountId may be a couple's
 * @param loyaltyId may be a household's
 */
record Person(
        long ordinal,
        Country country,
        Culture culture,
        boolean woman,
        String givenName,
        String middleName,
        Timeline<String> familyName,
        LocalDate born,
        Timeline<Home> home,
        Timeline<String> email,
        String sharedEmail,
        Timeline<String> mobile,
        Timeline<String> landline,
        Timeline<String> device,
        String tablet,
        String kiosk,
        String userId,
        String accountId,
        Timeline<String> loyaltyId) {}
