package io.goldenrod.generate;

/**
 * Where somebody lives.
 *
 * @param unit of a house with several, or empty
 * @param country ISO 3166-1 alpha-2
 */
record Home(String street, String unit, String city, String region, String postcode, String country) {}
