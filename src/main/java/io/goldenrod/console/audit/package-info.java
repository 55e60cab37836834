/**
 * All that was ever decided, found, read, taken along and proved unaltered.
 *
 * <p>Why the newest comes first: who opens the history asks what just happened. Why a search without a subject goes on
 * by the press of a button: it looks through decisions one by one, and says so rather than keep the database busy.
 */
package io.goldenrod.console.audit;
