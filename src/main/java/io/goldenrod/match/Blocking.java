package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.BlockingRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Blocking rules put to work: from a record to the names of the blocks that it is in. */
public final class Blocking {

    /**
     * Of one rule and record. A record with more values than that is found by those first in the alphabet alone, which
     * is a choice by its data; it takes a record of four names, four telephones and a rule of both to get there.
     */
    static final int KEYS_MAX = 16;

    /** A longer part of a key is written as {@code #} and 128 bits of its SHA-256, so that every key fits an index. */
    static final int PART_LENGTH_MAX = 64;

    private static final int HASHED_BYTES = 16;
    private static final int DISTANCE_MAX = 3;

    /** Parts of an address that are kept by another name. */
    private static final Map<String, String> ADDRESS_PARTS = Map.ofEntries(
            Map.entry("zip", "postcode"),
            Map.entry("zipcode", "postcode"),
            Map.entry("zip_code", "postcode"),
            Map.entry("postalcode", "postcode"),
            Map.entry("postal_code", "postcode"),
            Map.entry("street", "line1"),
            Map.entry("address1", "line1"),
            Map.entry("town", "city"),
            Map.entry("suburb", "city"),
            Map.entry("state", "region"),
            Map.entry("province", "region"),
            Map.entry("number", "houseNumber"));

    private record Part(BlockingFunction function, String field, int length) {}

    private record Rule(String start, Part[] parts) {}

    private final Rule[] rules;

    /** @throws IllegalArgumentException when {@link #problemOf} finds something wrong with a part */
    public Blocking(List<BlockingRule> rules) {
        this.rules = rules.stream()
                .map(rule -> new Rule(
                        rule.name() + "=",
                        rule.parts().stream().map(Blocking::part).toArray(Part[]::new)))
                .toArray(Rule[]::new);
    }

    private static Part part(BlockingRule.Part part) {
        problemOf(part).ifPresent(problem -> {
            throw new IllegalArgumentException(part + ": " + problem);
        });
        return new Part(BlockingFunction.named(part.function()), part.field(), part.argument());
    }

    /** One sentence on what is wrong with a part of a rule; empty when nothing is. */
    public static Optional<String> problemOf(BlockingRule.Part part) {
        BlockingFunction function = BlockingFunction.named(part.function());
        if (function == null) {
            return Optional.of(unknown(part.function()));
        }
        String other = part.field().startsWith("address.")
                ? ADDRESS_PARTS.get(part.field().substring("address.".length()))
                : null;
        if (other != null) {
            return Optional.of("an address has no such part: did you mean address." + other + "?");
        }
        if (function.takesLength() && part.argument() < 1) {
            return Optional.of("a length of 1 or more is needed, as in " + function.example());
        }
        return !function.takesLength() && part.argument() != 0
                ? Optional.of(function.written() + " takes a field and nothing else")
                : Optional.empty();
    }

    private static String unknown(String name) {
        LevenshteinDistance distance = new LevenshteinDistance();
        String nearest = null;
        int best = DISTANCE_MAX + 1;
        for (BlockingFunction each : BlockingFunction.values()) {
            int edits =
                    distance.apply(name.toLowerCase(Locale.ROOT), each.written().toLowerCase(Locale.ROOT));
            if (edits < best) {
                best = edits;
                nearest = each.written();
            }
        }
        return nearest != null
                ? "there is no such function: did you mean " + nearest + "?"
                : "there is no such function; there are "
                        + Arrays.stream(BlockingFunction.values())
                                .map(BlockingFunction::written)
                                .collect(Collectors.joining(", "));
    }

    /**
     * One key for each rule of which the record has all parts, more where a part has several values, none where it has
     * none: {@code birth_name=s530|1970-05-12}. At most {@value #KEYS_MAX} of a rule.
     */
    public SortedSet<String> keys(SourceRecord record) {
        BlockingValues values = new BlockingValues(record);
        SortedSet<String> keys = new TreeSet<>();
        for (Rule rule : rules) {
            List<String> made = List.of(rule.start);
            for (int i = 0; i < rule.parts.length && !made.isEmpty(); i++) {
                made = extended(made, i == 0 ? "" : "|", valuesOf(rule.parts[i], values));
            }
            keys.addAll(made);
        }
        return keys;
    }

    private static Collection<String> valuesOf(Part part, BlockingValues values) {
        List<String> given = values.of(part.field);
        if (given.size() == 1) {
            Collection<String> made = part.function.of(given.get(0), part.length);
            return made.size() < 2 ? made : new TreeSet<>(made);
        }
        Collection<String> made = new TreeSet<>();
        for (String each : given) {
            made.addAll(part.function.of(each, part.length));
        }
        return made;
    }

    private static List<String> extended(List<String> starts, String separator, Collection<String> values) {
        if (starts.size() == 1 && values.size() == 1) {
            return List.of(starts.get(0) + separator + written(values.iterator().next()));
        }
        List<String> extended = new ArrayList<>(Math.min(KEYS_MAX, starts.size() * values.size()));
        for (String start : starts) {
            for (String value : values) {
                if (extended.size() == KEYS_MAX) {
                    return extended;
                }
                extended.add(start + separator + written(value));
            }
        }
        return extended;
    }

    /** Without a bar, which parts values. */
    private static String written(String value) {
        String plain = value.indexOf('|') < 0 && value.indexOf('\\') < 0
                ? value
                : value.replace("\\", "\\\\").replace("|", "\\-");
        return plain.length() <= PART_LENGTH_MAX ? plain : hashed(plain);
    }

    private static String hashed(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(digest, 0, HASHED_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
