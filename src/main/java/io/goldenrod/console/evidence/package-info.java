/**
 * What a customer rests on: its identity graph, why two members are one customer or not, and how it came to be.
 *
 * <p>Why the graph is read a part at a time: a customer may have ten thousand members, and a picture of all of them
 * shows nothing. What most records share comes first, and everything says how much of it is not shown.
 */
package io.goldenrod.console.evidence;
