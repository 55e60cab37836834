package io.goldenrod.ingest.file;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.normalize.Dates;
import io.goldenrod.policy.DateOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records of a file in which birth dates that could be read two ways are read as the file's other dates prove: where
 * one says {@code 8/15/1967}, {@code 12/11/1978} is the eleventh of December. The first such date makes the whole file
 * be read a second time, so that the order of its lines decides nothing. A file without proof is left as it is.
 */
final class ProvenDates implements RecordSource {

    /** A few dates are written otherwise by mistake; more than these, and the file proves nothing. */
    private static final double AGREEING_MIN = 0.9;

    private static final String BIRTH_DATE = "birthDate";

    /** Opens the same file again, at its start. */
    @FunctionalInterface
    interface Opening {
        RecordSource open() throws IOException;
    }

    private final RecordSource records;
    private final Opening opening;
    private final LocalDate latest;
    private boolean searched;
    private DateOrder order;

    /** @param latest the last day that is not in the future */
    ProvenDates(RecordSource records, Opening opening, LocalDate latest) {
        this.records = records;
        this.opening = opening;
        this.latest = latest;
    }

    /** Its lines may be read by several threads at once. */
    @Override
    public SourceLine next() throws IOException {
        SourceLine line = records.next();
        return line == null ? null : line.with(this::proven);
    }

    private ParsedRecord proven(ParsedRecord parsed) {
        String text = birthDate(parsed);
        if (text == null
                || !(Dates.read(text, null, latest) instanceof Dates.Reading.Refusal refusal)
                || !refusal.code().equals("ambiguous_date")) {
            return parsed;
        }
        DateOrder proven = order();
        return proven != null && Dates.read(text, proven, latest) instanceof Dates.Reading.Date date
                ? with(parsed, date.iso())
                : parsed;
    }

    private synchronized DateOrder order() {
        if (!searched) {
            try {
                order = searched();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            searched = true;
        }
        return order;
    }

    private DateOrder searched() throws IOException {
        Map<DateOrder, Long> proofs = new EnumMap<>(DateOrder.class);
        try (RecordSource again = opening.open()) {
            for (SourceLine line = again.next(); line != null; line = again.next()) {
                String text = birthDate(line.parsed());
                DateOrder proof = text == null ? null : Dates.proven(text);
                if (proof != null) {
                    proofs.merge(proof, 1L, Long::sum);
                }
            }
        }
        long all = proofs.values().stream().mapToLong(Long::longValue).sum();
        return proofs.entrySet().stream()
                .filter(proof -> proof.getValue() >= AGREEING_MIN * all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String birthDate(ParsedRecord parsed) {
        return parsed instanceof ParsedRecord.Read read
                        && read.record().attributes() != null
                        && read.record().attributes().get(BIRTH_DATE) instanceof String text
                ? text
                : null;
    }

    private static ParsedRecord with(ParsedRecord parsed, String birthDate) {
        RawRecord raw = ((ParsedRecord.Read) parsed).record();
        var attributes = new LinkedHashMap<>(raw.attributes());
        attributes.put(BIRTH_DATE, birthDate);
        return new ParsedRecord.Read(new RawRecord(
                raw.source(), raw.recordId(), raw.observedAt(), raw.identifiers(), attributes, raw.consent()));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
