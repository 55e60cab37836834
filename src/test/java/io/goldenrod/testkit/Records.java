package io.goldenrod.testkit;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds records that are already normalised: {@code record("crm/1").email("ada@x.org").at("2026-05-01").build()}. */
public final class Records {

    private final RecordKey key;
    private Instant observedAt = Instant.parse("2026-01-01T00:00:00Z");
    private final SortedSet<Identifier> identifiers = new TreeSet<>();
    private final TreeMap<String, AttributeValue> attributes = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final TreeMap<String, Boolean> consent = new TreeMap<>();

    private Records(RecordKey key) {
        this.key = key;
    }

    /** A record of that key, written {@code source/recordId}, observed at the start of 2026 until told otherwise. */
    public static Records record(String key) {
        return new Records(RecordKey.parse(key));
    }

    /** A record like that one, to be changed. */
    public static Records like(SourceRecord record) {
        Records copy = new Records(record.key());
        copy.observedAt = record.observedAt();
        copy.identifiers.addAll(record.identifiers());
        copy.attributes.putAll(record.attributes());
        copy.names.addAll(record.names());
        copy.consent.putAll(record.consent());
        return copy;
    }

    /** A date ({@code 2026-05-01}, then its first instant in UTC) or an instant. */
    public Records at(String time) {
        return at(Instant.parse(time.length() == 10 ? time + "T00:00:00Z" : time));
    }

    public Records at(Instant time) {
        observedAt = time;
        return this;
    }

    public Records email(String value) {
        return identifier("email", value);
    }

    public Records phone(String value) {
        return identifier("phone", value);
    }

    public Records crmId(String value) {
        return identifier("crm_id", value);
    }

    public Records device(String value) {
        return identifier("device", value);
    }

    public Records identifier(String type, String value) {
        identifiers.add(new Identifier(type, value));
        return this;
    }

    public Records without(Identifier identifier) {
        identifiers.remove(identifier);
        return this;
    }

    public Records birthDate(String value) {
        return attribute("birthDate", value);
    }

    public Records attribute(String name, String value) {
        attributes.put(name, new AttributeValue(value, value));
        return this;
    }

    public Records withoutAttribute(String name) {
        attributes.remove(name);
        return this;
    }

    /** Folded names: {@code given:ada}, {@code family:lovelace}. */
    public Records names(String... folded) {
        names.addAll(List.of(folded));
        return this;
    }

    public Records withoutNames() {
        names.clear();
        return this;
    }

    public Records consent(String purpose, boolean given) {
        consent.put(purpose, given);
        return this;
    }

    public SourceRecord build() {
        String said = "%s %s %s %s %s %s".formatted(key, observedAt, identifiers, attributes, names, consent);
        return new SourceRecord(
                key, observedAt, List.copyOf(identifiers), Set.of(), attributes, names, consent, sha256(said));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
