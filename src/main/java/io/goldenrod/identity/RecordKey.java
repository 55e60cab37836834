package io.goldenrod.identity;

import java.util.Objects;

/**
 * The name of a record: its source and the id that the source gave it, written {@code source/recordId}.
 *
 * <p>A source holds no slash, so the first slash parts the two and the writing is unambiguous.
 *
 * @param source 1 to 64 characters, see {@link #isSource(String)}
 * @param recordId 1 to 256 characters without control characters or lone surrogates
 */
public record RecordKey(String source, String recordId) implements Comparable<RecordKey> {

    public static final int SOURCE_LENGTH_MAX = 64;
    public static final int RECORD_ID_LENGTH_MAX = 256;

    public RecordKey {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(recordId, "recordId");
        if (!isSource(source)) {
            throw new IllegalArgumentException("a source has 1 to " + SOURCE_LENGTH_MAX
                    + " letters, digits, dots, underscores, colons or hyphens, and starts with a letter or digit");
        }
        if (!isRecordId(recordId)) {
            throw new IllegalArgumentException("a recordId has 1 to " + RECORD_ID_LENGTH_MAX
                    + " characters, none of them a control character or a lone surrogate");
        }
    }

    /**
     * Reads {@code source/recordId}.
     *
     * @throws IllegalArgumentException when there is no slash, or either side is not allowed
     */
    public static RecordKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a record key is written source/recordId");
        }
        return new RecordKey(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Whether the text can name a source: ASCII letters, digits, {@code . _ : -}, first a letter or digit. */
    public static boolean isSource(String text) {
        if (text.isEmpty() || text.length() > SOURCE_LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            boolean joiner = i > 0 && (c == '.' || c == '_' || c == ':' || c == '-');
            if (!alphanumeric && !joiner) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text can be a record's id within its source. */
    public static boolean isRecordId(String text) {
        return !text.isEmpty() && text.length() <= RECORD_ID_LENGTH_MAX && Text.isClean(text);
    }

    @Override
    public int compareTo(RecordKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : recordId.compareTo(other.recordId);
    }

    @Override
    public String toString() {
        return source + "/" + recordId;
    }
}
