package io.goldenrod.policy;

import io.goldenrod.identity.Identifier;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The versioned configuration that decides what becomes of records.
 *
 * @param name a short name for people
 * @param identifierTypes by name, in the order written
 * @param vetoes attributes of which contradicting values keep two sides apart
 * @param survivorship which values a golden profile shows
 * @param sources what is known of the sources, by name
 * @param defaultSource stands in for a source that {@code sources} does not name
 * @param maxComponentLinks a component with more links than this is partitioned without its weakest link class
 * @param matching how records are matched that share no identifier; null when they are not
 * @param hash SHA-256 (hex) over the canonical form of all of the above
 */
public record Policy(
        String name,
        Map<String, IdentifierType> identifierTypes,
        List<Veto> vetoes,
        Survivorship survivorship,
        Map<String, Source> sources,
        Source defaultSource,
        int maxComponentLinks,
        Matching matching,
        String hash) {

    public Policy {
        identifierTypes = Collections.unmodifiableMap(new LinkedHashMap<>(identifierTypes));
        vetoes = List.copyOf(vetoes);
        sources = Map.copyOf(sources);
        Objects.requireNonNull(survivorship, "survivorship");
        Objects.requireNonNull(hash, "hash");
    }

    /** The rules of an identifier type, or null when the policy does not know it. */
    public IdentifierType type(String name) {
        return identifierTypes.get(name);
    }

    /** Whether sharing a value of the type is a reason to join; never for a type that the policy does not know. */
    public Linking linking(String type) {
        IdentifierType known = type(type);
        return known == null ? Linking.NONE : known.linking();
    }

    /** Whether the deny list of its type names the value. */
    public boolean denies(Identifier identifier) {
        IdentifierType known = type(identifier.type());
        return known != null && known.blocks(identifier.value());
    }

    /** What is known of a source; the default when the policy does not name it. */
    public Source source(String name) {
        return sources.getOrDefault(name, defaultSource);
    }

    /** All identifier types, in the order written. */
    public Collection<IdentifierType> types() {
        return identifierTypes.values();
    }
}
