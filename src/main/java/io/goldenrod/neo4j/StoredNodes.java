package io.goldenrod.neo4j;

import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.partition.Traits;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How records, identifiers and customers stand as properties of their nodes. */
final class StoredNodes {

    /** Attributes that a node also shows as properties of their own, for people who read the graph. */
    private static final List<String> SHOWN = List.of(
            "fullName", "givenName", "middleName", "familyName", "birthDate", "gender", "organization", "address");

    private StoredNodes() {}

    static ZonedDateTime time(Instant instant) {
        return ZonedDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(Object time) {
        return ((ZonedDateTime) time).toInstant();
    }

    static Map<String, Object> identifier(StoredIdentifier state) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("suppressed", state.suppressed());
        properties.put("records", state.records());
        properties.put("firstSeen", time(state.firstSeen()));
        properties.put("lastSeen", time(state.lastSeen()));
        properties.put("sources", List.copyOf(state.sources()));
        properties.put("companions", List.copyOf(state.companions()));
        properties.put("held", state.held());
        return properties;
    }

    static Map<String, Object> newIdentifier(StoredIdentifier state) {
        Map<String, Object> properties = identifier(state);
        properties.put("key", state.identifier().key());
        properties.put("type", state.identifier().type());
        properties.put("value", state.identifier().value());
        properties.put("customer", state.customer());
        return properties;
    }

    static StoredIdentifier identifier(Map<String, Object> properties) {
        return new StoredIdentifier(
                new Identifier((String) properties.get("type"), (String) properties.get("value")),
                (String) properties.get("customer"),
                (String) properties.get("suppressed"),
                (Long) properties.get("records"),
                instant(properties.get("firstSeen")),
                instant(properties.get("lastSeen")),
                new TreeSet<>(texts(properties.get("sources"))),
                new TreeSet<>(texts(properties.get("companions"))),
                (Long) properties.get("held"));
    }

    static Map<String, Object> customer(StoredCustomer customer, Policy policy) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", customer.id());
        properties.put("founder", customer.founder().toString());
        properties.put("founderSeq", customer.founderSeq());
        properties.put("foundedSeq", customer.foundedSeq());
        properties.put("createdAt", time(customer.createdAt()));
        properties.put("updatedAt", time(customer.updatedAt()));
        properties.put("records", customer.records());
        properties.put("identifiers", customer.identifiers());
        properties.put("links", customer.links());
        properties.put("held", customer.held());
        properties.put("bond", customer.bond().name());
        properties.put("known", customer.traits().known());
        properties.put("counts", customer.traits().countLines());
        properties.put("claims", customer.traits().claimLines());
        properties.put("profile", ProfileJson.write(customer.profile(), policy));
        properties.put("version", customer.version());
        for (String name : SHOWN) {
            Object value = customer.profile().value(name, policy);
            properties.put(name, value == null ? null : shown(value));
        }
        return properties;
    }

    static StoredCustomer customer(Map<String, Object> properties) {
        return new StoredCustomer(
                (String) properties.get("id"),
                RecordKey.parse((String) properties.get("founder")),
                (Long) properties.get("founderSeq"),
                (Long) properties.get("foundedSeq"),
                instant(properties.get("createdAt")),
                instant(properties.get("updatedAt")),
                (Long) properties.get("records"),
                (Long) properties.get("identifiers"),
                (Long) properties.get("links"),
                (Long) properties.get("held"),
                Bond.valueOf((String) properties.get("bond")),
                Traits.read((Boolean) properties.get("known"), (List<?>) properties.get("counts"), (List<?>)
                        properties.get("claims")),
                ProfileJson.read((String) properties.get("profile")),
                (Long) properties.get("version"));
    }

    static Map<String, Object> record(RecordWrite write) {
        SourceRecord record = write.record();
        Map<String, Object> properties = new HashMap<>();
        properties.put("key", record.key().toString());
        properties.put("source", record.key().source());
        properties.put("recordId", record.key().recordId());
        properties.put("observedAt", time(record.observedAt()));
        properties.put("seq", write.seq());
        properties.put("fingerprint", record.fingerprint());
        properties.put("payload", write.payload());
        properties.put("customer", write.customer());
        properties.put("attributes", ProfileJson.writeAttributes(record.attributes()));
        properties.put("names", new ArrayList<>(new TreeSet<>(record.names())));
        if (!record.consent().isEmpty()) {
            properties.put("consent", ProfileJson.writeConsent(record.consent()));
        }
        properties.putAll(shown(record));
        return properties;
    }

    /** What a record's node shows as properties of their own. */
    static Map<String, Object> shown(SourceRecord record) {
        Map<String, Object> properties = new HashMap<>();
        for (String name : SHOWN) {
            AttributeValue value = record.attributes().get(name);
            if (value != null) {
                properties.put(name, shown(value.value()));
            }
        }
        return properties;
    }

    /** Names of shown properties that differ. */
    static List<String> shownDiffering(Map<String, Object> one, Map<String, Object> other) {
        return SHOWN.stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .toList();
    }

    /** A value as one line of text: an address as its parts. */
    private static String shown(Object value) {
        return value instanceof Map<?, ?> parts
                ? parts.values().stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    static List<String> texts(Object list) {
        List<String> texts = new ArrayList<>();
        if (list != null) {
            ((List<?>) list).forEach(each -> texts.add((String) each));
        }
        return texts;
    }
}
