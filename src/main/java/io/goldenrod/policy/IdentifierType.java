package io.goldenrod.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for one type of identifier.
 *
 * @param name lower-case letters, digits and underscores
 * @param normalizer the name of a normaliser, see {@code io.goldenrod.normalize}
 * @param options the normaliser's options
 * @param priority the link class: links of a lower number are taken first; 1 to 999, of its own for each linking type;
 *     0 for a type that does not link
 * @param linking whether sharing a value is a reason to join
 * @param maxPerCustomer distinct values that a customer may hold in a window; 0 for no limit
 * @param window the span over which they are counted
 * @param sharedAbove a value stops linking when its records carry more than this many distinct values of any one other
 *     strong type; 0 for never
 * @param contested what becomes of a weak value that several known customers claim
 * @param namesAbove a value stops linking when its records carry more than this many distinct family or given names; 0
 *     for never
 * @param blockedValues normalised values that never link
 * @param blockedPatterns normalised values that match one of these in full never link
 */
public record IdentifierType(
        String name,
        String normalizer,
        Map<String, Object> options,
        int priority,
        Linking linking,
        int maxPerCustomer,
        Window window,
        int sharedAbove,
        Contested contested,
        int namesAbove,
        Set<String> blockedValues,
        List<Pattern> blockedPatterns) {

    public IdentifierType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(linking, "linking");
        options = Map.copyOf(options);
        blockedValues = Set.copyOf(blockedValues);
        blockedPatterns = List.copyOf(blockedPatterns);
    }

    /** Whether the deny list names the normalised value. */
    public boolean blocks(String value) {
        return blockedValues.contains(value)
                || blockedPatterns.stream()
                        .anyMatch(pattern -> pattern.matcher(value).matches());
    }
}
