/**
 * Results as pages to look at: one HTML file each, with charts drawn here.
 *
 * <p>Why without scripts and libraries: a report is mailed, archived and opened years later. It holds all that it shows
 * in itself, loads nothing, and follows the reader's choice of light or dark.
 */
package io.goldenrod.quality.page;
