package io.goldenrod.normalize;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether the same was said again: SHA-256 over the canonical JSON of all that the source said, before any
 * normalising. The order of identifiers, attributes and purposes says nothing, so it does not count.
 */
final class Fingerprint {

    private static final Comparator<RawIdentifier> ORDER = Comparator.nullsFirst(
            Comparator.comparing(RawIdentifier::type, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(RawIdentifier::value, Comparator.nullsFirst(Comparator.naturalOrder())));

    private Fingerprint() {}

    /** The fingerprint in hex; null when the record is too large, too deep or not text, with the reason added. */
    static String of(RawRecord raw, String source, RecordLimits limits, List<FieldProblem> errors) {
        CanonicalText text = new CanonicalText(limits.recordBytesMax(), limits.attributeDepthMax());
        String field = "";
        try {
            text.raw("{\"source\":").text(source);
            field = "recordId";
            text.raw(",\"recordId\":").text(raw.recordId());
            text.raw(",\"observedAt\":")
                    .text(raw.observedAt() == null ? null : raw.observedAt().toString());
            field = "identifiers";
            identifiers(raw, text);
            text.raw(",\"attributes\":{");
            if (raw.attributes() != null) {
                for (Map.Entry<String, Object> each : ordered(raw.attributes()).entrySet()) {
                    field = "attributes";
                    text.text(each.getKey()).raw(":");
                    field = RecordNormalizer.isName(each.getKey()) ? "attributes." + each.getKey() : "attributes";
                    text.value(each.getValue()).raw(",");
                }
            }
            field = "consent";
            text.raw("},\"consent\":");
            text.value(raw.consent() == null ? Map.of() : raw.consent()).raw("}");
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > limits.recordBytesMax()) {
                throw CanonicalText.tooLarge(limits.recordBytesMax());
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (RefusedValue refusal) {
            boolean whole = refusal.code().equals("record_too_large");
            errors.add(new FieldProblem(whole ? "" : field, refusal.code(), refusal.getMessage()));
            return null;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void identifiers(RawRecord raw, CanonicalText text) {
        text.raw(",\"identifiers\":[");
        if (raw.identifiers() != null) {
            List<RawIdentifier> sorted = new ArrayList<>(raw.identifiers());
            sorted.sort(ORDER);
            RawIdentifier before = null;
            for (RawIdentifier each : sorted) {
                if (each != null && !each.equals(before)) {
                    text.raw("[").text(each.type()).raw(",").text(each.value()).raw("],");
                    before = each;
                }
            }
        }
        text.raw("]");
    }

    private static Map<String, Object> ordered(Map<String, Object> attributes) {
        Map<String, Object> ordered = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        ordered.putAll(attributes);
        return ordered;
    }
}
