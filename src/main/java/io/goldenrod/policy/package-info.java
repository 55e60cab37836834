/**
 * The rules in force: everything that decides a result, in one immutable value with one hash.
 *
 * <p>Why one value: a decision that names the hash of its policy can be understood, repeated and compared years later;
 * a rule that hides in code or in a second file cannot.
 */
package io.goldenrod.policy;
