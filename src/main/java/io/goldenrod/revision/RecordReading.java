package io.goldenrod.revision;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Makes records that are there comparable by another policy, from what was sent. None is ever refused: an identifier of
 * a type that the policy does not know is left out, and comes back with a policy that knows it; what is left of the
 * record may be no more than its name. A record of which it is not known what was sent stays as it was.
 */
public final class RecordReading implements BiFunction<SourceRecord, String, SourceRecord> {

    /** Whatever was once taken is taken again, however the limits were set then. */
    private static final RecordLimits WIDEST = new RecordLimits(10_000, 10_000, 16 << 20, 65_536, 64, 1_000);

    private static final String EMPTY = "empty_record";

    private final Policy policy;
    private final RecordNormalizer normalizer;
    private final RecordJson json = new RecordJson(WIDEST);

    public RecordReading(Policy policy) {
        this.policy = policy;
        this.normalizer = new RecordNormalizer(policy, WIDEST);
    }

    /** @param payload as it was sent, JSON; null when that is not known */
    @Override
    public SourceRecord apply(SourceRecord stored, String payload) {
        if (payload == null
                || !(json.read(payload.getBytes(StandardCharsets.UTF_8)) instanceof ParsedRecord.Read read)) {
            return stored;
        }
        RawRecord sent = read.record();
        var raw = new RawRecord(
                stored.key().source(),
                stored.key().recordId(),
                sent.observedAt(),
                sent.identifiers() == null
                        ? List.of()
                        : sent.identifiers().stream().filter(this::isKnown).toList(),
                sent.attributes(),
                sent.consent());
        NormalizedRecord normalized = normalizer.normalize(raw, stored.observedAt());
        if (normalized instanceof NormalizedRecord.Accepted accepted) {
            return as(stored, accepted.record());
        }
        boolean empty = ((NormalizedRecord.Refused) normalized)
                .errors().stream().anyMatch(each -> each.code().equals(EMPTY));
        return empty ? bare(stored) : stored;
    }

    private boolean isKnown(RawIdentifier identifier) {
        return identifier != null
                && identifier.type() != null
                && (policy.type(identifier.type()) != null
                        || policy.type(identifier.type().strip().toLowerCase(Locale.ROOT)) != null);
    }

    private static SourceRecord as(SourceRecord stored, SourceRecord read) {
        return new SourceRecord(
                stored.key(),
                stored.observedAt(),
                read.identifiers(),
                read.denied(),
                read.attributes(),
                read.names(),
                read.consent(),
                stored.fingerprint());
    }

    private static SourceRecord bare(SourceRecord stored) {
        return new SourceRecord(
                stored.key(),
                stored.observedAt(),
                List.of(),
                Set.of(),
                new TreeMap<>(),
                Set.of(),
                stored.consent(),
                stored.fingerprint());
    }
}
