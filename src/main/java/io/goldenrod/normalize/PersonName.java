package io.goldenrod.normalize;

import java.util.Objects;

/**
 * A person's name in its parts, tidied, not folded. A part that the name does not have is empty.
 *
 * @param given the first given name
 * @param middle further given names and initials
 * @param family with its particles: {@code van Beethoven}
 * @param title {@code Dr}, as written
 * @param suffix {@code Jr}, {@code III}, degrees, as written
 */
public record PersonName(String given, String middle, String family, String title, String suffix) {

    public PersonName {
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(middle, "middle");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(suffix, "suffix");
    }
}
