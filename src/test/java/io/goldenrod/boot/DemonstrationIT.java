package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Ambiguity;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.graph.Page;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.RecordReads.ObservedIdentifier;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.graph.StatisticsReads.Counts;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories that the demonstration's records tell, as they must come out. */
class DemonstrationIT {

    @TempDir
    static Path directory;

    private static Serve serve;
    private static String output;
    private static Counts counts;

    @BeforeAll
    static void start() {
        PrintStream standardOutput = System.out;
        var text = new ByteArrayOutputStream();
        System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
        try {
            serve = Serve.start(
                    "--spring.profiles.active=demo",
                    "--server.port=0",
                    "--goldenrod.data-dir=" + directory.resolve("data"));
        } finally {
            System.setOut(standardOutput);
        }
        output = text.toString(StandardCharsets.UTF_8);
        counts = serve.bean(StatisticsReads.class).counts();
    }

    @AfterAll
    static void stop() {
        if (serve != null) {
            serve.close();
        }
    }

    @Test
    void tellsWhatBecameOfTheRecords() {
        assertThat(output)
                .contains("Ada Lindqvist is customer ", "Kwame Mensah is customer ", "A link that is held: crm/1010")
                .contains("support/S-2041 brought in loyalty/GR-20017 over phone +447700900118 (observed 2024-05-17)")
                .contains("http://localhost:" + serve.port() + "/docs")
                .containsPattern("records +" + counts.records() + " ")
                .containsPattern("refused lines +6 ");
        assertThat(output.lines().filter(line -> !line.contains(" INFO ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(counts.quarantined()).isEqualTo(6);
    }

    @Test
    void changesNothingWhenItRunsAgain() {
        var text = new ByteArrayOutputStream();
        serve.bean(Demonstration.class).run("http://localhost", new PrintStream(text, true, StandardCharsets.UTF_8));
        String again = text.toString(StandardCharsets.UTF_8);
        assertThat(again).contains("taken in before, so nothing changed");
        assertThat(rows(again)).isNotEmpty().isEqualTo(rows(output));
        assertThat(serve.bean(StatisticsReads.class).counts()).isEqualTo(counts);
    }

    @Test
    void joinsThreeFragmentsByALaterRecord() {
        assertOneCustomer(
                "crm/1001", "loyalty/GR-20017", "pos/T3-000481", "web/visit-5102", "web/signup-7", "support/S-2041");
        Customer ada = customer("crm/1001");
        assertThat(ada.records()).isEqualTo(6);
        assertThat(ada.mergedFrom()).hasSize(2);
        assertThat(kinds(ada)).containsOnly("CREATED", "JOINED", "MERGED").contains("MERGED");
        assertThat(ada.profile().consent().get("marketing").given()).isFalse();
        assertThat(ada.profile().consent().get("newsletter").given()).isTrue();
    }

    @Test
    void seesThroughTyping() {
        assertOneCustomer("crm/1002", "pos/T1-000077", "support/S-1440", "loyalty/GR-20003", "web/order-310");
        assertOneCustomer("crm/1043", "support/S-1902");
        assertOneCustomer("crm/1052", "loyalty/GR-20052");
        assertOneCustomer("web/signup-21", "support/S-1822", "crm/1054");
    }

    @Test
    void keepsHouseholdsApart() {
        assertApart("crm/1010", "crm/1011");
        assertHeld("crm/1010", "email", "LIMIT");
        assertApart("loyalty/GR-20030", "loyalty/GR-20031", "loyalty/GR-20032");
        assertHeld("loyalty/GR-20030", "phone", "CONFLICT");
        assertApart("crm/1014", "crm/1015");
        assertHeld("crm/1014", "phone", "LIMIT");
        assertApart("loyalty/GR-20040", "loyalty/GR-20041");
        assertApart("crm/1056", "crm/1057");
        assertApart("loyalty/GR-20050", "loyalty/GR-20051");
        assertHeld("loyalty/GR-20050", "email", "CONFLICT");
    }

    @Test
    void givesARecycledPhoneToItsNewOwner() {
        assertApart("crm/1020", "crm/1021");
        assertOneCustomer("crm/1020", "support/S-0815");
        assertOneCustomer("crm/1021", "pos/T1-000655");
        assertThat(find("phone", "+447700900345").customerId())
                .isEqualTo(record("crm/1021").customerId());
        assertThat(record("crm/1020").identifiers())
                .filteredOn(each -> each.type().equals("phone"))
                .allSatisfy(each -> assertThat(each.held()).isNotNull());
    }

    @Test
    void suppressesWhatTooManyShare() {
        assertThat(find("email", "till3@shop.example.org").ambiguity()).isIn(Ambiguity.SHARED, Ambiguity.NAMES);
        assertThat(find("email", "till3@shop.example.org").candidates()).hasSize(12);
        assertThat(find("phone", "+442079460900").ambiguity()).isEqualTo(Ambiguity.NAMES);
        assertThat(find("email", "test@test.com").ambiguity()).isEqualTo(Ambiguity.DENIED);
        assertApart("pos/T3-000210", "pos/T3-000233", "pos/T3-000256");
        assertApart("pos/T1-000100", "pos/T1-000161");
    }

    @Test
    void attachesVisitsToWhoTurnsOutToHaveMadeThem() {
        assertOneCustomer("web/visit-6001", "web/visit-6038", "web/visit-6077", "web/signup-12", "crm/1033");
        assertApart("crm/1036", "crm/1037", "web/visit-4711");
        Answer tablet = find("device_id", "2d9f6e34-7a10-4c55-b6f1-0e83a94c1b77");
        assertThat(tablet.customerId())
                .isNotIn(record("crm/1036").customerId(), record("crm/1037").customerId());
        assertHeld("web/order-150", "device_id", "CONTESTED");
    }

    @Test
    void holdsAThirdCardInAYear() {
        assertThat(List.of("loyalty/GR-20080", "loyalty/GR-20081", "loyalty/GR-20082"))
                .filteredOn(each -> record(each).identifiers().stream().anyMatch(link -> "LIMIT".equals(link.held())))
                .hasSize(1);
    }

    @Test
    void followsUpdatesAndCorrections() {
        assertThat(find("phone", "+447700900160")).isEqualTo(Answer.UNKNOWN);
        assertThat(find("phone", "+447700900260").customerId())
                .isEqualTo(record("crm/1060").customerId());
        assertThat(find("email", "seun@example.org")).isEqualTo(Answer.UNKNOWN);
        assertOneCustomer("pos/T2-000488", "loyalty/GR-20070");
        assertApart("web/order-120", "loyalty/GR-20070");
        assertThat(kinds(customer("loyalty/GR-20070"))).contains("MERGED", "RESTORED");
    }

    private static List<String> rows(String text) {
        return text.lines().filter(line -> line.matches("  [a-z ]+ +\\d+   .*")).toList();
    }

    private static List<String> kinds(Customer customer) {
        return serve.bean(CustomerReads.class).lineage(customer.id(), 0, Page.ITEMS_MAX).items().stream()
                .map(DecisionEntry::kind)
                .toList();
    }

    private static void assertOneCustomer(String... records) {
        assertThat(records)
                .extracting(each -> record(each).customerId())
                .containsOnly(record(records[0]).customerId());
    }

    private static void assertApart(String... records) {
        assertThat(records).extracting(each -> record(each).customerId()).doesNotHaveDuplicates();
    }

    private static void assertHeld(String record, String type, String constraint) {
        assertThat(record(record).identifiers())
                .filteredOn(each -> each.type().equals(type))
                .extracting(ObservedIdentifier::held)
                .containsExactly(constraint);
    }

    private static RecordEntry record(String key) {
        int slash = key.indexOf('/');
        var recordKey = new RecordKey(key.substring(0, slash), key.substring(slash + 1));
        return serve.bean(RecordReads.class).record(recordKey).orElseThrow(() -> new AssertionError("no " + key));
    }

    private static Customer customer(String record) {
        return serve.bean(CustomerReads.class)
                .customer(record(record).customerId())
                .orElseThrow();
    }

    private static Answer find(String type, String value) {
        return serve.bean(IdentifierLookup.class)
                .find(List.of(new Identifier(type, value)))
                .get(0);
    }
}
