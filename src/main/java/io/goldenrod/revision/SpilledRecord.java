package io.goldenrod.revision;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as another policy reads it, with what is needed to compare.
 *
 * @param record as the other policy reads it; without fingerprint
 * @param before its attributes as they are; the same object when the other policy reads the same
 * @param customer whose it is
 * @param pinned attributes of which a steward pinned a value by it
 */
record SpilledRecord(
        SourceRecord record, SortedMap<String, AttributeValue> before, String customer, Set<String> pinned) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] write() {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            write(out, record.key().toString());
            write(out, customer);
            write(out, List.copyOf(pinned));
            out.writeLong(record.observedAt().toEpochMilli());
            write(out, record.identifiers().stream().map(Identifier::key).toList());
            write(out, List.copyOf(record.names()));
            out.writeInt(record.consent().size());
            for (var each : record.consent().entrySet()) {
                write(out, each.getKey());
                out.writeBoolean(each.getValue());
            }
            write(out, record.attributes());
            boolean same = before == record.attributes();
            out.writeBoolean(same);
            if (!same) {
                write(out, before);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(out, text);
        }
    }

    private static void write(DataOutputStream out, SortedMap<String, AttributeValue> attributes) throws IOException {
        out.writeInt(attributes.size());
        for (var each : attributes.entrySet()) {
            write(out, each.getKey());
            write(out, each.getValue().comparable());
            Object value = each.getValue().value();
            out.writeBoolean(value instanceof String);
            write(out, value instanceof String text ? text : JSON.writeValueAsString(value));
        }
    }

    static SpilledRecord read(byte[] bytes, Policy policy) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            RecordKey key = RecordKey.parse(text(in));
            String customer = text(in);
            Set<String> pinned = Set.copyOf(texts(in));
            Instant at = Instant.ofEpochMilli(in.readLong());
            List<Identifier> identifiers = new ArrayList<>();
            texts(in).forEach(each -> identifiers.add(Identifier.parse(each)));
            Set<String> names = new HashSet<>(texts(in));
            SortedMap<String, Boolean> consent = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                consent.put(text(in), in.readBoolean());
            }
            SortedMap<String, AttributeValue> attributes = attributes(in);
            SortedMap<String, AttributeValue> before = in.readBoolean() ? attributes : attributes(in);
            Set<Identifier> denied = new HashSet<>(identifiers);
            denied.removeIf(each -> !policy.denies(each));
            return new SpilledRecord(
                    new SourceRecord(key, at, identifiers, denied, attributes, names, consent, ""),
                    before,
                    customer,
                    pinned);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static SortedMap<String, AttributeValue> attributes(DataInputStream in) throws IOException {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = text(in);
            String comparable = text(in);
            boolean plain = in.readBoolean();
            String value = text(in);
            attributes.put(name, new AttributeValue(plain ? value : JSON.readValue(value, Object.class), comparable));
        }
        return attributes;
    }

    /** The record as it is read now: before the change. */
    SourceRecord asBefore() {
        return new SourceRecord(
                record.key(),
                record.observedAt(),
                List.of(),
                Set.of(),
                before,
                Set.of(),
                record.consent(),
                record.fingerprint());
    }
}
