/**
 * Raw values made comparable, or refused with a reason: a normaliser for each type of identifier and for each attribute
 * with a meaning. {@link io.goldenrod.normalize.RecordNormalizer} is the entry.
 *
 * <p>Why refuse rather than repair: a normalised identifier joins people. A value that could mean two things (a phone
 * number without country, a date with day and month either way round, a domain in mixed scripts) joins the wrong ones
 * when it is guessed, so it is left out with a code and a message that says what to send instead; the record is taken
 * without it.
 *
 * <p>Why no look-alike folding: a Cyrillic letter in an e-mail address makes another address, and treating both as one
 * would give the imitator the customer. Diacritics, titles and abbreviations are folded in names and addresses alone,
 * which are compared and never looked up as the truth.
 *
 * <p>Why tables of our own for countries, months and nicknames: what a record means must not change with the version of
 * the platform. The one table that does move is libphonenumber's numbering plans; by default only the length of a
 * number is checked against it.
 */
package io.goldenrod.normalize;
