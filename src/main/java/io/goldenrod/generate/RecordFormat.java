package io.goldenrod.generate;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.ingest.RecordJson;
import java.util.List;
import java.util.Map;

/** How to write records, a line each. */
public enum RecordFormat {
    NDJSON,
    /** With columns named as the fields; of several identifiers of a type the first. */
    CSV;

    private static final List<String> IDENTIFIERS =
            List.of("crm_id", "account_id", "user_id", "loyalty_id", "email", "phone", "device_id", "cookie_id");
    private static final List<String> NAMES = List.of("givenName", "middleName", "familyName", "birthDate", "gender");
    private static final List<String> ADDRESS = List.of("line1", "line2", "city", "region", "postcode", "country");

    /** The first line, or null when there is none. */
    public String header() {
        if (this == NDJSON) {
            return null;
        }
        return "source,recordId,observedAt," + String.join(",", IDENTIFIERS) + "," + String.join(",", NAMES)
                + ",address." + String.join(",address.", ADDRESS) + ",consent.marketing";
    }

    /** A record, without the end of the line. */
    public String line(RawRecord record) {
        if (this == NDJSON) {
            return RecordJson.write(record);
        }
        StringBuilder line = new StringBuilder(256);
        line.append(record.source())
                .append(',')
                .append(record.recordId())
                .append(',')
                .append(record.observedAt());
        for (String type : IDENTIFIERS) {
            cell(line, first(record.identifiers(), type));
        }
        for (String name : NAMES) {
            cell(line, record.attributes().get(name));
        }
        Map<?, ?> address = record.attributes().get("address") instanceof Map<?, ?> parts ? parts : Map.of();
        for (String part : ADDRESS) {
            cell(line, address.get(part));
        }
        cell(line, record.consent().get("marketing"));
        return line.toString();
    }

    private static String first(List<RawIdentifier> identifiers, String type) {
        for (RawIdentifier each : identifiers) {
            if (each.type().equals(type)) {
                return each.value();
            }
        }
        return null;
    }

    /** By RFC 4180. */
    private static void cell(StringBuilder line, Object value) {
        line.append(',');
        String text = value == null ? "" : value.toString();
        if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
    }
}
