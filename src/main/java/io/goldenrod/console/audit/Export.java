package io.goldenrod.console.audit;

import io.goldenrod.console.Shown;
import io.goldenrod.console.Spreadsheet;
import io.goldenrod.console.Values;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Search;
import io.goldenrod.graph.Page;
import io.goldenrod.identity.RecordKey;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the decisions that a search finds, in constant memory, up to a limit, and says when there were more. */
@Component
class Export {

    static final int LINES_MAX = 100_000;

    /** Decisions that are looked at, in parts, when hardly any is found. */
    private static final int PARTS_MAX = 200;

    private static final int PART = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLUMNS = List.of(
            "number",
            "time",
            "kind",
            "customer",
            "other",
            "record",
            "identifier",
            "link",
            "constraint",
            "detail",
            "members",
            "policy",
            "request");

    private final DecisionLog log;
    private final Values values;

    Export(DecisionLog log, Values values) {
        this.log = log;
        this.values = values;
    }

    /** Takes one decision after another. */
    private interface Lines {
        void take(Map<String, Object> line) throws IOException;
    }

    /** @param cut the words of the last row where there was more */
    void csv(Search search, Writer out, String cut) throws IOException {
        out.write(String.join(",", COLUMNS) + "\r\n");
        boolean isCut = each(
                search,
                line -> out.write(line.values().stream().map(Export::cell).collect(Collectors.joining(",")) + "\r\n"));
        if (isCut) {
            out.write(cell(cut) + ",".repeat(COLUMNS.size() - 1) + "\r\n");
        }
    }

    /** @param cut the words of the last line where there was more */
    void lines(Search search, Writer out, String cut) throws IOException {
        boolean isCut = each(search, line -> {
            line.values().removeIf(value -> value == null);
            out.write(JSON.writeValueAsString(line) + "\n");
        });
        if (isCut) {
            out.write(JSON.writeValueAsString(Map.of("cut", cut)) + "\n");
        }
    }

    private boolean each(Search search, Lines lines) throws IOException {
        long before = Long.MAX_VALUE;
        int written = 0;
        for (int part = 0; part < PARTS_MAX; part++) {
            Page<DecisionEntry> page = log.newest(search, before, Math.min(PART, LINES_MAX - written));
            for (DecisionEntry entry : page.items()) {
                lines.take(line(entry));
            }
            written += page.items().size();
            if (page.next() == null) {
                return false;
            }
            if (written >= LINES_MAX) {
                return true;
            }
            before = Long.parseLong(page.next());
        }
        return true;
    }

    private Map<String, Object> line(DecisionEntry entry) {
        var line = new LinkedHashMap<String, Object>();
        List<Object> cells = new ArrayList<>();
        cells.add(entry.seq());
        cells.add(entry.at().toString());
        cells.add(entry.kind());
        cells.add(text(values.customer(entry.customer())));
        cells.add(text(values.customer(entry.other())));
        cells.add(entry.record() == null ? null : text(values.record(RecordKey.parse(entry.record()))));
        cells.add(entry.identifier() == null ? null : text(values.member(entry.identifier())));
        cells.add(entry.linkClass());
        cells.add(entry.constraint());
        cells.add(text(values.words(entry.detail())));
        cells.add(
                entry.members().stream().map(each -> text(values.member(each))).toList());
        cells.add(entry.policy());
        cells.add(entry.request());
        for (int i = 0; i < COLUMNS.size(); i++) {
            line.put(COLUMNS.get(i), cells.get(i));
        }
        return line;
    }

    private static String text(Shown shown) {
        return shown == null ? null : shown.text();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        return Spreadsheet.cell(
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(" | "))
                        : value.toString());
    }
}
