/**
 * What there is, how it grows, how good it is, and whether all is well: the console's first page.
 *
 * <p>Why charts are drawn here, on the server: they need no script, print as they look, and take their colours from the
 * page in both themes. Why each has a table beside it: numbers can be read, copied and heard.
 */
package io.goldenrod.console.overview;
