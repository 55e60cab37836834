package io.goldenrod.ingest.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the first bytes of a file say about it. */
final class Sample {

    private static final Map<String, String> SIGNATURES = new LinkedHashMap<>();
    private static final Pattern SENZING_FIELD = Pattern.compile("\"(DATA_SOURCE|FEATURES|RECORD_ID)\"\\s*:");

    static {
        SIGNATURES.put("PAR1", "Parquet, which is not read from a stream (name the file)");
        SIGNATURES.put("PK\u0003\u0004", "a zip archive or an office document");
        SIGNATURES.put("PK\u0005\u0006", "an empty zip archive");
        SIGNATURES.put("\u00D0\u00CF\u0011\u00E0", "an old office document");
        SIGNATURES.put("ORC", "ORC");
        SIGNATURES.put("Obj\u0001", "Avro");
        SIGNATURES.put("ARROW1", "Arrow");
        SIGNATURES.put("%PDF", "a PDF document");
        SIGNATURES.put("SQLite format 3", "an SQLite database");
        SIGNATURES.put("BZh", "compressed by bzip2 (decompress it first)");
        SIGNATURES.put("\u00FD7zXZ", "compressed by xz (decompress it first)");
        SIGNATURES.put("(\u00B5/\u00FD", "compressed twice (decompress it first)");
        SIGNATURES.put("7z\u00BC\u00AF", "a 7z archive");
        SIGNATURES.put("\u001F\u008B", "compressed twice by gzip (decompress it first)");
        SIGNATURES.put("\u007FELF", "a program");
        SIGNATURES.put("\u0089PNG", "a picture");
        SIGNATURES.put("\u00FF\u00D8\u00FF", "a picture");
        SIGNATURES.put("\u00FF\u00FE", "UTF-16 text (convert it to UTF-8 first)");
        SIGNATURES.put("\u00FE\u00FF", "UTF-16 text (convert it to UTF-8 first)");
        SIGNATURES.put("\u0000\u0000\u00FE\u00FF", "UTF-32 text (convert it to UTF-8 first)");
        SIGNATURES.put("<?xml", "XML");
        SIGNATURES.put("<!DOCTYPE", "HTML");
        SIGNATURES.put("<html", "HTML");
        SIGNATURES.put("[", "one JSON array (write one object a line: jq -c '.[]')");
    }

    private Sample() {}

    /** What the file is if it is nothing that is read here, or null. */
    static String foreignFormat(byte[] sample) {
        String start = new String(sample, 0, Math.min(sample.length, 64), StandardCharsets.ISO_8859_1);
        String shown = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
            if (shown.startsWith(signature.getKey())
                    || signature.getKey().matches("[<\\[].*") && shown.strip().startsWith(signature.getKey())) {
                return signature.getValue();
            }
        }
        return controls(sample) > sample.length / 8 ? "binary data or UTF-16 text" : null;
    }

    private static int controls(byte[] sample) {
        int controls = 0;
        for (byte b : sample) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                controls++;
            }
        }
        return controls;
    }

    static boolean isBlank(byte[] sample) {
        String text = new String(sample, StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).isBlank();
    }

    static FileFormat format(String name, byte[] sample) {
        String lower = name.toLowerCase(Locale.ROOT);
        String text = new String(sample, StandardCharsets.UTF_8);
        String trimmed = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        boolean json = lower.matches(".*\\.(ndjson|jsonl|json)(\\.gz|\\.zst)?");
        boolean csv = lower.matches(".*\\.(csv|tsv|tab|txt)(\\.gz|\\.zst)?");
        if (json || !csv && trimmed.startsWith("{")) {
            String firstLine = trimmed.lines().findFirst().orElse("");
            return SENZING_FIELD.matcher(firstLine).find() ? FileFormat.SENZING : FileFormat.NDJSON;
        }
        return FileFormat.CSV;
    }
}
