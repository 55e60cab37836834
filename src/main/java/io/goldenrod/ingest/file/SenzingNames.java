package io.goldenrod.ingest.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of Senzing's Generic Entity Specification: attributes by feature, and countries in their many writings. */
final class SenzingNames {

    /**
     * A name taken apart.
     *
     * @param usage what stands before the attribute, as {@code HOME} in {@code HOME_PHONE_NUMBER}; may be empty
     * @param feature the feature that the attribute is a part of, as {@code PHONE}
     * @param attribute the known name without its usage
     */
    record Name(String usage, String feature, String attribute) {}

    private static final Map<String, String> FEATURES = new HashMap<>();
    private static final Map<String, String> COUNTRIES = new HashMap<>();

    /** The features that name one person or organisation, by the attribute that holds the number. */
    static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("PASSPORT", "PASSPORT_NUMBER"),
            Map.entry("DRIVERS_LICENSE", "DRIVERS_LICENSE_NUMBER"),
            Map.entry("SSN", "SSN_NUMBER"),
            Map.entry("NATIONAL_ID", "NATIONAL_ID_NUMBER"),
            Map.entry("TAX_ID", "TAX_ID_NUMBER"),
            Map.entry("OTHER_ID", "OTHER_ID_NUMBER"),
            Map.entry("TRUSTED_ID", "TRUSTED_ID_NUMBER"),
            Map.entry("DUNS", "DUNS_NUMBER"),
            Map.entry("LEI", "LEI_NUMBER"),
            Map.entry("NPI", "NPI_NUMBER"));

    static final Set<String> NETWORKS = Set.of(
            "LINKEDIN",
            "FACEBOOK",
            "TWITTER",
            "INSTAGRAM",
            "TELEGRAM",
            "SKYPE",
            "WHATSAPP",
            "VIBER",
            "TANGO",
            "SIGNAL",
            "ZOOMROOM");

    /** Relations to other records: said about a pair, they identify nobody. */
    static final Set<String> RELATIONS = Set.of("REL_ANCHOR", "REL_POINTER");

    static {
        feature(
                "NAME",
                "NAME_FULL",
                "NAME_FIRST",
                "NAME_LAST",
                "NAME_MIDDLE",
                "NAME_PREFIX",
                "NAME_SUFFIX",
                "NAME_ORG");
        feature("NAME", "NAME_TYPE");
        feature(
                "ADDR",
                "ADDR_FULL",
                "ADDR_LINE1",
                "ADDR_LINE2",
                "ADDR_LINE3",
                "ADDR_LINE4",
                "ADDR_LINE5",
                "ADDR_LINE6");
        feature("ADDR", "ADDR_CITY", "ADDR_STATE", "ADDR_POSTAL_CODE", "ADDR_COUNTRY", "ADDR_TYPE");
        feature("PHONE", "PHONE_NUMBER", "PHONE_TYPE");
        feature("EMAIL", "EMAIL_ADDRESS", "EMAIL_TYPE");
        feature("PASSPORT", "PASSPORT_NUMBER", "PASSPORT_COUNTRY");
        feature("DRIVERS_LICENSE", "DRIVERS_LICENSE_NUMBER", "DRIVERS_LICENSE_STATE");
        feature("SSN", "SSN_NUMBER", "SSN_LAST4");
        feature("NATIONAL_ID", "NATIONAL_ID_NUMBER", "NATIONAL_ID_TYPE", "NATIONAL_ID_COUNTRY");
        feature("TAX_ID", "TAX_ID_NUMBER", "TAX_ID_TYPE", "TAX_ID_COUNTRY");
        feature("OTHER_ID", "OTHER_ID_NUMBER", "OTHER_ID_TYPE", "OTHER_ID_COUNTRY");
        feature("TRUSTED_ID", "TRUSTED_ID_NUMBER", "TRUSTED_ID_TYPE");
        feature("DUNS", "DUNS_NUMBER");
        feature("LEI", "LEI_NUMBER");
        feature("NPI", "NPI_NUMBER");
        feature("ACCOUNT", "ACCOUNT_NUMBER", "ACCOUNT_DOMAIN");
        feature("WEBSITE", "WEBSITE_ADDRESS");
        feature("REL_ANCHOR", "REL_ANCHOR_DOMAIN", "REL_ANCHOR_KEY");
        feature("REL_POINTER", "REL_POINTER_DOMAIN", "REL_POINTER_KEY", "REL_POINTER_ROLE");
        feature("DATE_OF_BIRTH", "DATE_OF_BIRTH");
        feature("GENDER", "GENDER");
        NETWORKS.forEach(network -> feature(network, network));
        for (String code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            COUNTRIES.put(code, code);
            COUNTRIES.put(country.getISO3Country(), code);
            COUNTRIES.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        COUNTRIES.put("HONG KONG", "HK");
        COUNTRIES.put("UNITED STATES OF AMERICA", "US");
        COUNTRIES.put("UK", "GB");
    }

    private SenzingNames() {}

    private static void feature(String feature, String... attributes) {
        for (String attribute : attributes) {
            FEATURES.put(attribute, feature);
        }
    }

    /** The name taken apart, or null when no known attribute ends it. */
    static Name parse(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        // The longest known ending, so that TRUSTED_ID_NUMBER is not taken for a usage and another name.
        for (int at = 0; at >= 0; at = next(upper, at)) {
            String attribute = upper.substring(at);
            String feature = FEATURES.get(attribute);
            if (feature != null) {
                return new Name(at == 0 ? "" : upper.substring(0, at - 1), feature, attribute);
            }
        }
        return null;
    }

    private static int next(String name, int at) {
        int underscore = name.indexOf('_', at);
        return underscore < 0 ? -1 : underscore + 1;
    }

    /** The country's two letters if it is known, or else what was written, in upper case. */
    static String country(String written) {
        String upper = written.strip().toUpperCase(Locale.ROOT);
        return COUNTRIES.getOrDefault(upper, upper);
    }
}
