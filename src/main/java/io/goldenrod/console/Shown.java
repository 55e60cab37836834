package io.goldenrod.console;

/**
 * A value as somebody may see it, made by {@link Values} alone.
 *
 * @param text what is to be read
 * @param type what kind of value it is: an identifier type, the name of an attribute, {@code record} or
 *     {@code customer}
 * @param href the page about it; null when there is none
 */
public record Shown(String text, String type, String href) {

    Shown(String text, String type) {
        this(text, type, null);
    }
}
