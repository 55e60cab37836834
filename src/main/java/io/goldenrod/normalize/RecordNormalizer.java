package io.goldenrod.normalize;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.identity.Text;
import io.goldenrod.policy.DateOrder;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes records comparable under one policy. Thread-safe; the result depends on its arguments alone.
 *
 * <p>A record with one bad identifier or attribute is taken without it, with a warning. A record is refused when it has
 * no name or a malformed one, exceeds a limit, names an identifier type that the policy does not know, is not text
 * throughout (a lone surrogate), or is left with no identifier and no attribute.
 */
public final class RecordNormalizer {

    /** In front of a record id that the source did not give: derived from the record's {@code fingerprint}. */
    public static final String DERIVED_ID_PREFIX = "auto-";

    private static final int DERIVED_ID_DIGITS = 32;
    private static final int NAME_LENGTH_MAX = 128;
    private static final Instant OBSERVED_MIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW_MAX = Duration.ofDays(1);

    private record Typed(IdentifierType type, ValueNormalizer normalizer) {}

    private final Policy policy;
    private final RecordLimits limits;
    private final Map<String, Typed> types = new HashMap<>();

    /** @throws IllegalArgumentException when a type's normaliser or options are not allowed, with every problem */
    public RecordNormalizer(Policy policy, RecordLimits limits) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.limits = Objects.requireNonNull(limits, "limits");
        List<String> problems = new ArrayList<>();
        for (IdentifierType type : policy.types()) {
            List<String> own = Normalizers.problems(type.normalizer(), type.options());
            own.forEach(problem -> problems.add("identifier type '" + type.name() + "': " + problem));
            if (own.isEmpty()) {
                types.put(type.name(), new Typed(type, Normalizers.make(type.normalizer(), type.options())));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * Makes a record comparable, or says everything for which it is refused.
     *
     * @param arrival when the record came: stands in for {@code observedAt}, which must not be more than a day later
     */
    public NormalizedRecord normalize(RawRecord raw, Instant arrival) {
        List<FieldProblem> errors = new ArrayList<>(0);
        String source = source(raw, errors);
        Instant observedAt = observedAt(raw, arrival, errors);
        checkLimits(raw, errors);
        if (!errors.isEmpty()) {
            return new NormalizedRecord.Refused(errors);
        }
        String fingerprint = fingerprint(raw, source, errors);
        if (fingerprint == null) {
            return new NormalizedRecord.Refused(errors);
        }
        RecordKey key = key(raw, source, fingerprint, errors);
        List<FieldProblem> warnings = new ArrayList<>(0);
        TreeSet<Identifier> identifiers = new TreeSet<>();
        Set<Identifier> denied = new HashSet<>();
        identifiers(raw, source, identifiers, denied, errors, warnings);
        LocalDate latest = observedAt.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        SortedMap<String, AttributeValue> attributes =
                attributes(raw, policy.source(source).dateOrder(), latest, errors, warnings);
        SortedMap<String, Boolean> consent = consent(raw, errors);
        if (errors.isEmpty() && identifiers.isEmpty() && attributes.isEmpty()) {
            errors.addAll(warnings);
            errors.add(
                    new FieldProblem("", "empty_record", "a record holds at least one usable identifier or attribute"));
        }
        if (!errors.isEmpty()) {
            return new NormalizedRecord.Refused(errors);
        }
        SourceRecord record = new SourceRecord(
                key,
                observedAt,
                List.copyOf(identifiers),
                denied,
                Collections.unmodifiableSortedMap(attributes),
                names(attributes),
                Collections.unmodifiableSortedMap(consent),
                fingerprint);
        return new NormalizedRecord.Accepted(record, warnings);
    }

    /**
     * Makes one identifier comparable, as for a look-up.
     *
     * @param sourceOrNull whose phone region is used; null for the policy's default
     */
    public IdentifierOutcome identifier(String type, String value, String sourceOrNull) {
        Typed typed = type == null ? null : typed(type);
        try {
            if (typed == null) {
                throw type == null || type.isBlank() ? missingType() : unknownType();
            }
            return normalized(
                    typed, value, sourceOrNull == null ? policy.defaultSource() : policy.source(sourceOrNull));
        } catch (RefusedValue refusal) {
            return new IdentifierOutcome.Refusal(refusal.code(), refusal.getMessage());
        }
    }

    private IdentifierOutcome.Normalized normalized(Typed typed, String value, Source source) {
        if (value == null) {
            throw new RefusedValue("empty_value", "an identifier has a value that is text");
        }
        if (value.length() > limits.valueLengthMax()) {
            throw new RefusedValue(
                    "value_too_long",
                    "an identifier's value has at most " + limits.valueLengthMax()
                            + " characters; see goldenrod.limits.value-length-max");
        }
        String region = source == null || source.phoneRegion() == null ? "" : source.phoneRegion();
        String normalized = typed.normalizer().normalize(value, region);
        return new IdentifierOutcome.Normalized(
                new Identifier(typed.type().name(), normalized), typed.type().blocks(normalized));
    }

    private Typed typed(String written) {
        Typed found = types.get(written);
        return found != null ? found : types.get(written.strip().toLowerCase(Locale.ROOT));
    }

    private static RefusedValue missingType() {
        return new RefusedValue("missing_type", "an identifier names its type");
    }

    private RefusedValue unknownType() {
        return new RefusedValue(
                "unknown_identifier_type",
                "the policy knows " + String.join(", ", policy.identifierTypes().keySet()));
    }

    private static String source(RawRecord raw, List<FieldProblem> errors) {
        if (raw.source() == null || raw.source().isBlank()) {
            errors.add(new FieldProblem("source", "missing_source", "a record names the system it comes from"));
            return "";
        }
        String source = raw.source().strip();
        if (!RecordKey.isSource(source)) {
            errors.add(new FieldProblem(
                    "source",
                    "invalid_source",
                    "a source has 1 to " + RecordKey.SOURCE_LENGTH_MAX
                            + " letters, digits, dots, underscores, colons or hyphens, a letter or digit first"));
        }
        return source;
    }

    private static Instant observedAt(RawRecord raw, Instant arrival, List<FieldProblem> errors) {
        Instant observedAt = raw.observedAt() == null ? arrival : raw.observedAt();
        boolean sane = raw.observedAt() == null
                || !observedAt.isBefore(OBSERVED_MIN) && !observedAt.isAfter(arrival.plus(CLOCK_SKEW_MAX));
        if (!sane) {
            errors.add(new FieldProblem(
                    "observedAt",
                    "invalid_observed_at",
                    "observedAt lies between 1900 and a day after the record's arrival"));
            return arrival;
        }
        return observedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    private static RecordKey key(RawRecord raw, String source, String fingerprint, List<FieldProblem> errors) {
        if (raw.recordId() == null) {
            return new RecordKey(source, DERIVED_ID_PREFIX + fingerprint.substring(0, DERIVED_ID_DIGITS));
        }
        String recordId = raw.recordId().strip();
        if (!RecordKey.isRecordId(recordId)) {
            errors.add(new FieldProblem(
                    "recordId",
                    "invalid_record_id",
                    "a recordId has 1 to "
                            + RecordKey.RECORD_ID_LENGTH_MAX
                            + " characters, none of them a control character; leave it out to have one derived"));
            return null;
        }
        return new RecordKey(source, recordId);
    }

    private void checkLimits(RawRecord raw, List<FieldProblem> errors) {
        checkCount(
                "identifiers",
                raw.identifiers() == null ? 0 : raw.identifiers().size(),
                limits.identifiersMax(),
                errors);
        checkCount(
                "attributes", raw.attributes() == null ? 0 : raw.attributes().size(), limits.attributesMax(), errors);
        checkCount("consents", raw.consent() == null ? 0 : raw.consent().size(), limits.consentsMax(), errors);
    }

    private static void checkCount(String what, int count, int max, List<FieldProblem> errors) {
        if (count > max) {
            errors.add(new FieldProblem(
                    what.equals("consents") ? "consent" : what,
                    "too_many_" + what,
                    "a record has at most " + max + " " + what + "; see goldenrod.limits." + what + "-max"));
        }
    }

    /** Null when the record is too large, too deep or not text; the errors then say so. */
    private String fingerprint(RawRecord raw, String source, List<FieldProblem> errors) {
        return Fingerprint.of(raw, source, limits, errors);
    }

    private void identifiers(
            RawRecord raw,
            String source,
            Set<Identifier> identifiers,
            Set<Identifier> denied,
            List<FieldProblem> errors,
            List<FieldProblem> warnings) {
        if (raw.identifiers() == null || raw.identifiers().isEmpty()) {
            return;
        }
        Source known = policy.source(source);
        for (int i = 0; i < raw.identifiers().size(); i++) {
            RawIdentifier each = raw.identifiers().get(i);
            String field = "identifiers[" + i + "]";
            Typed typed = each == null || each.type() == null ? null : typed(each.type());
            if (typed == null) {
                boolean missing =
                        each == null || each.type() == null || each.type().isBlank();
                RefusedValue refusal = missing ? missingType() : unknownType();
                errors.add(new FieldProblem(field + ".type", refusal.code(), refusal.getMessage()));
                continue;
            }
            try {
                IdentifierOutcome.Normalized normalized = normalized(typed, each.value(), known);
                identifiers.add(normalized.identifier());
                if (normalized.denied()) {
                    denied.add(normalized.identifier());
                }
            } catch (RefusedValue refusal) {
                boolean limit = refusal.code().equals("value_too_long");
                (limit ? errors : warnings)
                        .add(new FieldProblem(field + ".value", refusal.code(), refusal.getMessage()));
            }
        }
    }

    private static SortedMap<String, AttributeValue> attributes(
            RawRecord raw, DateOrder order, LocalDate latest, List<FieldProblem> errors, List<FieldProblem> warnings) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        if (raw.attributes() == null) {
            return attributes;
        }
        for (Map.Entry<String, Object> entry : raw.attributes().entrySet()) {
            String name = entry.getKey();
            if (!isName(name)) {
                errors.add(new FieldProblem(
                        "attributes",
                        "invalid_attribute_name",
                        "an attribute's name has 1 to " + NAME_LENGTH_MAX
                                + " characters, none of them a control character"));
                continue;
            }
            try {
                AttributeValue value = AttributeNormalizer.normalize(name, entry.getValue(), order, latest);
                if (value != null) {
                    attributes.put(name, value);
                }
            } catch (RefusedValue refusal) {
                warnings.add(new FieldProblem("attributes." + name, refusal.code(), refusal.getMessage()));
            }
        }
        return attributes;
    }

    private static SortedMap<String, Boolean> consent(RawRecord raw, List<FieldProblem> errors) {
        SortedMap<String, Boolean> consent = new TreeMap<>();
        if (raw.consent() == null) {
            return consent;
        }
        for (Map.Entry<String, Boolean> entry : raw.consent().entrySet()) {
            if (!isName(entry.getKey()) || entry.getValue() == null) {
                errors.add(new FieldProblem(
                        "consent", "invalid_consent", "consent maps a purpose's name to true or false"));
            } else {
                consent.put(entry.getKey(), entry.getValue());
            }
        }
        return consent;
    }

    /** Whether the text can name an attribute or a purpose. */
    static boolean isName(String name) {
        return name != null && !name.isBlank() && name.length() <= NAME_LENGTH_MAX && Text.isClean(name);
    }

    /** What counts for telling a shared identifier: initials alone do not, for they say too little. */
    private static Set<String> names(SortedMap<String, AttributeValue> attributes) {
        AttributeValue given = attributes.get("givenName");
        AttributeValue family = attributes.get("familyName");
        AttributeValue full = attributes.get("fullName");
        String givenName = given == null ? "" : given.comparable();
        String familyName = family == null ? "" : family.comparable();
        if (full != null && (given == null || family == null)) {
            PersonName parsed = Names.parse((String) full.value());
            givenName = given == null ? Names.fold(parsed.given()) : givenName;
            familyName = family == null ? Names.fold(parsed.family()) : familyName;
        }
        Set<String> names = new HashSet<>(4);
        if (saysEnough(givenName)) {
            names.add("given:" + givenName);
        }
        if (saysEnough(familyName)) {
            names.add("family:" + familyName);
        }
        return names;
    }

    private static boolean saysEnough(String folded) {
        return folded.length() > 1 || folded.length() == 1 && folded.charAt(0) > 0x24f;
    }
}
