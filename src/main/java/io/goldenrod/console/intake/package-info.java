/**
 * Files of records: dropped, looked over, taken in; and the lines that were refused.
 *
 * <p>Why a file is kept here while it is looked over: what is shown beforehand and what is taken in must be the same
 * bytes, whatever becomes of the file where it came from. It is deleted as soon as it is taken in or given up.
 */
package io.goldenrod.console.intake;
