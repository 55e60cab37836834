package io.goldenrod.bulk.file;

import io.goldenrod.bulk.BulkOutput;
import io.goldenrod.bulk.BulkReport;
import io.goldenrod.policy.Policy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables that a run makes: {@code customers}, {@code identity-map}, {@code held-links} and {@code suppressed}, and
 * at the end {@code report.json}, which is the last to get its name.
 */
public final class ResultTables implements BulkOutput, Closeable {

    /** The file with the report. */
    public static final String REPORT = "report.json";

    private final OutputFolder folder;
    private final TableFormat format;
    private final Policy policy;
    private final List<Table> open = new ArrayList<>();
    private final Table customers;
    private final Table members;
    private final Table held;
    private final Table suppressed;

    /** @param policy says which value of an attribute survives */
    public ResultTables(OutputFolder folder, TableFormat format, Policy policy) throws IOException {
        this.folder = folder;
        this.format = format;
        this.policy = policy;
        try {
            customers = open(
                    "customers",
                    Column.text("customerId"),
                    Column.count("records"),
                    Column.count("identifiers"),
                    Column.time("firstObservedAt"),
                    Column.time("lastObservedAt"),
                    Column.text("bond"),
                    Column.object("profile"),
                    Column.object("consent"));
            members = open("identity-map", Column.text("member"), Column.text("customerId"));
            held = open(
                    "held-links",
                    Column.text("member"),
                    Column.text("other"),
                    Column.text("class"),
                    Column.number("weight"),
                    Column.time("observedAt"),
                    Column.text("constraint"),
                    Column.text("detail"));
            suppressed = open(
                    "suppressed",
                    Column.text("identifier"),
                    Column.text("reason"),
                    Column.text("detail"),
                    Column.count("records"));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Table open(String name, Column... columns) throws IOException {
        Table table = format.open(folder.file(name + format.ending()), List.of(columns));
        open.add(table);
        return table;
    }

    @Override
    public void suppressed(Suppressed identifier) throws IOException {
        suppressed.row(identifier.identifier(), identifier.reason(), identifier.detail(), identifier.records());
    }

    @Override
    public void customer(Customer customer) throws IOException {
        Map<String, Object> profile = new LinkedHashMap<>();
        for (String attribute : customer.profile().attributes().keySet()) {
            profile.put(attribute, customer.profile().value(attribute, policy));
        }
        Map<String, Boolean> consent = new LinkedHashMap<>();
        customer.profile().consent().forEach((purpose, said) -> consent.put(purpose, said.given()));
        customers.row(
                customer.customerId(),
                customer.records(),
                customer.identifiers(),
                customer.firstObservedAt(),
                customer.lastObservedAt(),
                customer.bond().name(),
                profile.isEmpty() ? null : profile,
                consent.isEmpty() ? null : consent);
    }

    @Override
    public void member(String member, String customerId) throws IOException {
        members.row(member, customerId);
    }

    @Override
    public void heldLink(Held link) throws IOException {
        held.row(
                link.member(),
                link.other(),
                link.linkClass(),
                link.weight(),
                link.observedAt(),
                link.constraint().name(),
                link.detail());
    }

    /** All rows are there: closes the tables, writes the report, and gives the folder its name. */
    public void complete(BulkReport report, List<String> files, String version) throws IOException {
        close();
        Files.writeString(folder.file(REPORT), ReportJson.text(report, files, format, version));
        folder.complete();
    }

    /** Tables that are closed before they are complete are of no use, so what that throws says nothing new. */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Table table : open) {
            try {
                table.close();
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        open.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
