/**
 * The policy: what is in force, and the way to another one.
 *
 * <p>Why there is no button that changes the policy at once: whoever edits a copy sees first what is wrong with it,
 * then what it would change on all records, and only the page that shows these numbers puts it in force.
 */
package io.goldenrod.console.policy;
