package io.goldenrod.bulk.file;

import io.goldenrod.bulk.BulkReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON. It holds names of files, codes and counts, and no value of any record. */
public final class ReportJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    static String text(BulkReport report, List<String> files, TableFormat format, String version) {
        var json = new LinkedHashMap<String, Object>();
        json.put("version", version);
        json.put("files", files);
        json.put("format", format.name());
        json.putAll(of(report));
        return JSON.writeValueAsString(json) + "\n";
    }

    /** Its fields in their order. */
    public static Map<String, Object> of(BulkReport report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("policy", named(report.policy(), report.policyHash()));
        if (report.model() != null) {
            json.put("model", named(report.model(), report.modelHash()));
        }
        json.put("lines", report.lines());
        json.put("refused", report.refused());
        json.put("refusedBy", report.refusedBy());
        json.put("refusals", report.refusals());
        json.put("warnings", report.warnings());
        json.put("replaced", report.replaced());
        json.put("stale", report.stale());
        json.put("records", report.records());
        json.put("identifiers", report.identifiers());
        json.put("links", report.links());
        json.put("customers", report.customers());
        json.put("sizes", sizes(report.sizes()));
        json.put("largest", report.largest());
        json.put("held", report.held());
        json.put("suppressed", report.suppressed());
        if (report.matching() != null) {
            json.put("matching", report.matching());
        }
        json.put("seconds", report.seconds());
        json.put("memoryBytesMax", report.memoryMax());
        json.put("spilledBytes", report.spilled());
        return json;
    }

    private static Map<String, Object> named(String name, String hash) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("hash", hash);
        return json;
    }

    /** As a range of records a customer to how many there are: {@code "5-8": 12}. */
    private static Map<String, Long> sizes(SortedMap<Long, Long> sizes) {
        var json = new LinkedHashMap<String, Long>();
        new TreeMap<>(sizes).forEach((largest, customers) -> {
            long smallest = largest <= 4 ? largest : largest / 2 + 1;
            json.put(smallest == largest ? largest.toString() : smallest + "-" + largest, customers);
        });
        return json;
    }
}
