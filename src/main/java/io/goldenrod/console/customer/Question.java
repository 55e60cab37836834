package io.goldenrod.console.customer;

import io.goldenrod.golden.CustomerIds;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.resolution.PolicyInUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that a text in the search box may mean.
 *
 * @param customerId null when it has not the form of one
 * @param records keys of records that it may name
 * @param identifiers that it may be, normalised
 * @param attributes of whom it may describe; empty when it cannot be a name
 */
record Question(
        String customerId, Set<RecordKey> records, List<Identifier> identifiers, Map<String, Object> attributes) {

    /** Sources under which a record ID alone is looked for, and by whose conventions identifiers are read. */
    private static final int SOURCES_MAX = 200;

    private static final Pattern DATE =
            Pattern.compile("\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./](?:\\d{4}|\\d{2})|\\d{8}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}.,'’`-]*");

    /** @param text without space around it, not empty */
    static Question of(String text, PolicyInUse.Parts parts) {
        String id = text.toUpperCase(Locale.ROOT);
        if (CustomerIds.isCustomerId(id)) {
            return new Question(id, Set.of(), List.of(), Map.of());
        }
        if (text.startsWith(Decision.MEMBER_RECORD)) {
            String key = text.substring(Decision.MEMBER_RECORD.length());
            return new Question(null, records(key, parts), List.of(), Map.of());
        }
        int colon = text.indexOf(':');
        if (colon > 0) {
            String type = text.substring(0, colon);
            String value = text.substring(colon + 1);
            if (isType(type, parts)) {
                return new Question(null, Set.of(), identifiers(List.of(type), value, parts), Map.of());
            }
        }
        return new Question(
                null,
                records(text, parts),
                identifiers(parts.policy().identifierTypes().keySet(), text, parts),
                attributes(text));
    }

    private static boolean isType(String type, PolicyInUse.Parts parts) {
        return parts.policy().type(type) != null
                || parts.policy().type(type.strip().toLowerCase(Locale.ROOT)) != null;
    }

    /** As {@code source/recordId}, and as an ID alone under every source that is known. */
    private static Set<RecordKey> records(String text, PolicyInUse.Parts parts) {
        Set<RecordKey> keys = new LinkedHashSet<>();
        try {
            keys.add(RecordKey.parse(text));
        } catch (IllegalArgumentException e) {
            // then it is no such key
        }
        if (RecordKey.isRecordId(text)) {
            sources(parts).forEach(source -> keys.add(new RecordKey(source, text)));
        }
        return keys;
    }

    /** In the conventions of every source, as a phone without its country is another one in each. */
    private static List<Identifier> identifiers(Iterable<String> types, String value, PolicyInUse.Parts parts) {
        Set<Identifier> identifiers = new LinkedHashSet<>();
        for (String type : types) {
            add(parts.normalizer().identifier(type, value, null), identifiers);
            sources(parts).forEach(source -> add(parts.normalizer().identifier(type, value, source), identifiers));
        }
        return identifiers.stream().limit(IdentifierLookup.IDENTIFIERS_MAX).toList();
    }

    private static void add(IdentifierOutcome outcome, Set<Identifier> identifiers) {
        if (outcome instanceof IdentifierOutcome.Normalized normalized) {
            identifiers.add(normalized.identifier());
        }
    }

    private static Stream<String> sources(PolicyInUse.Parts parts) {
        return new TreeSet<>(parts.policy().sources().keySet()).stream().limit(SOURCES_MAX);
    }

    /** Dates apart from names; nothing when a word is neither. */
    private static Map<String, Object> attributes(String text) {
        List<String> names = new ArrayList<>();
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String word : text.split("[\\s,;]+")) {
            if (DATE.matcher(word).matches()) {
                attributes.put("birthDate", word);
            } else if (NAME.matcher(word).matches()) {
                names.add(word);
            } else if (!word.isEmpty()) {
                return Map.of();
            }
        }
        if (!names.isEmpty()) {
            attributes.put("fullName", String.join(" ", names));
        }
        return attributes;
    }
}
