package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.policy.Contested;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Veto;
import io.goldenrod.policy.Window;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.GraphSnapshot.Status;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Records;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stories of customers, one a test. */
class ResolutionEngineTests {

    private static final Policy POLICY = History.policy(Policies.empty()
            .strong("crm_id", 1, Window.EVER)
            .strong("email", 0, Window.EVER)
            .shared("email", 3, 0)
            .strong("phone", 0, Window.EVER)
            .weak("device", 0, Contested.APART)
            .veto("birthDate", Veto.Tolerance.TYPO));

    private final MemoryGraph graph = new MemoryGraph(POLICY);
    private final ResolutionEngine engine = new ResolutionEngine(graph, POLICY, HistoryRun.CLOCK);

    private RecordAnswer say(Records record) {
        return engine.apply(List.of(new Change.Upsert(record.build(), "{}", "request")))
                .get(0);
    }

    private RecordAnswer delete(String key) {
        return engine.apply(List.of(new Change.Delete(RecordKey.parse(key), "request")))
                .get(0);
    }

    private static Records record(String key) {
        return Records.record(key);
    }

    private String customerOf(String key) {
        return graph.snapshot().records().get(RecordKey.parse(key)).customer();
    }

    private String customerOf(String type, String value) {
        return graph.snapshot().identifiers().get(new Identifier(type, value)).resolvedTo();
    }

    private Status statusOf(String id) {
        return graph.snapshot().customers().get(id).status();
    }

    private long count(Kind kind) {
        return graph.snapshot().decisions().stream()
                .filter(decision -> decision.kind() == kind)
                .count();
    }

    @Test
    void aHouseholdSharesAPhoneButNotABirthDate() {
        String parent = say(record("crm/1")
                        .crmId("1")
                        .phone("home")
                        .birthDate("1960-01-01")
                        .at("2026-02-01"))
                .customerId();
        RecordAnswer child = say(record("crm/2").crmId("2").phone("home").birthDate("1990-05-12"));

        assertThat(child.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(child.held()).singleElement().satisfies(held -> {
            assertThat(held.identifier()).isEqualTo("phone:home");
            assertThat(held.constraint()).isEqualTo("LIMIT");
            assertThat(held.detail()).isEqualTo("crm_id: 2, at most 1");
        });
        assertThat(customerOf("phone", "home")).isEqualTo(parent);
        assertThat(customerOf("crm/1")).isEqualTo(parent).isNotEqualTo(child.customerId());
    }

    @Test
    void aWrongMergeIsUndoneAndTheOldIdComesBack() {
        String ada = say(record("crm/1").email("ada")).customerId();
        String bob = say(record("crm/2").email("bob")).customerId();
        RecordAnswer wrong = say(record("pos/9").email("ada").email("bob"));
        assertThat(wrong.outcome()).isEqualTo(Outcome.MERGED);
        assertThat(wrong.customerId()).isEqualTo(ada);
        assertThat(wrong.merged()).containsExactly(bob);
        assertThat(graph.snapshot().resolve(bob)).isEqualTo(ada);

        delete("pos/9");

        assertThat(customerOf("crm/1")).isEqualTo(ada);
        assertThat(customerOf("crm/2")).isEqualTo(bob);
        assertThat(statusOf(bob)).isEqualTo(Status.ACTIVE);
        assertThat(count(Kind.RESTORED)).isEqualTo(1);
    }

    @Test
    void aRecycledPhoneLeavesWithTheRecordThatIsCorrected() {
        String ada = say(record("crm/1").email("ada").phone("07")).customerId();
        RecordAnswer next = say(record("crm/2").email("bob").phone("07"));
        assertThat(next.customerId()).isEqualTo(ada);

        RecordAnswer corrected = say(record("crm/2").email("bob").at("2026-02-01"));

        assertThat(corrected.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(customerOf("crm/1")).isEqualTo(ada);
        assertThat(customerOf("phone", "07")).isEqualTo(ada);
        assertThat(customerOf("email", "bob")).isEqualTo(corrected.customerId()).isNotEqualTo(ada);
        assertThat(count(Kind.SPLIT)).isEqualTo(1);
    }

    @Test
    void aTillsEmailIsFoundAndLiftedAgain() {
        for (int i = 1; i <= 3; i++) {
            say(record("pos/" + i).email("till").phone("0" + i));
        }
        assertThat(graph.snapshot().members()).hasSize(1);
        String first = customerOf("pos/1");

        RecordAnswer fourth = say(record("pos/4").email("till").phone("04"));

        assertThat(fourth.held()).singleElement().satisfies(held -> {
            assertThat(held.constraint()).isEqualTo("SUPPRESSED");
            assertThat(held.detail()).isEqualTo("its records carry more than 3 phone values");
        });
        assertThat(graph.snapshot().members()).hasSize(4);
        assertThat(customerOf("pos/1")).isEqualTo(first);
        assertThat(customerOf("email", "till")).isNull();
        assertThat(count(Kind.SUPPRESSED)).isEqualTo(1);

        delete("pos/3");
        delete("pos/4");

        assertThat(customerOf("pos/2")).isEqualTo(first);
        assertThat(customerOf("email", "till")).isEqualTo(first);
        assertThat(count(Kind.UNSUPPRESSED)).isEqualTo(1);
    }

    @Test
    void aCustomerOutlivesItsFounder() {
        String id = say(record("crm/1").email("ada")).customerId();
        say(record("crm/2").email("ada"));

        delete("crm/1");

        assertThat(customerOf("crm/2")).isEqualTo(id);
        assertThat(graph.snapshot().customers().get(id).state().founder()).hasToString("crm/2");
        say(record("crm/2").email("other").at("2026-02-01"));
        assertThat(customerOf("crm/2")).isEqualTo(id);
    }

    @Test
    void aDeviceThatTwoCustomersClaimStaysApart() {
        say(record("crm/1").crmId("1").device("kiosk"));
        RecordAnswer visit = say(record("web/1").device("kiosk"));
        assertThat(visit.customerId()).isEqualTo(customerOf("crm/1"));

        RecordAnswer other = say(record("crm/2").crmId("2").device("kiosk"));

        assertThat(other.held()).singleElement().satisfies(held -> {
            assertThat(held.constraint()).isEqualTo("CONTESTED");
            assertThat(held.detail()).isEqualTo("claimed by 2 customers");
        });
        assertThat(Set.of(customerOf("crm/1"), customerOf("crm/2"), customerOf("web/1")))
                .hasSize(3);
        assertThat(customerOf("device", "kiosk")).isEqualTo(customerOf("web/1"));

        delete("crm/2");
        assertThat(customerOf("web/1")).isEqualTo(customerOf("crm/1"));
        assertThat(count(Kind.RELEASED)).isEqualTo(2);
    }

    @Test
    void aRetiredIdIsNotGivenOutAgain() {
        String first = say(record("crm/1").email("ada")).customerId();
        assertThat(delete("crm/1").outcome()).isEqualTo(Outcome.DELETED);
        assertThat(statusOf(first)).isEqualTo(Status.RETIRED);
        assertThat(graph.snapshot().identifiers()).isEmpty();

        RecordAnswer again = say(record("crm/1").email("ada"));

        assertThat(again.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(again.customerId()).isNotEqualTo(first);
        assertThat(statusOf(first)).isEqualTo(Status.RETIRED);
        assertThat(delete("crm/9").outcome()).isEqualTo(Outcome.ABSENT);
    }

    @Test
    void aChainOfMergesAnswersInOneHop() {
        String a = say(record("crm/1").email("a")).customerId();
        String b = say(record("crm/2").email("b")).customerId();
        String c = say(record("crm/3").email("c")).customerId();
        say(record("pos/1").email("b").email("c"));
        say(record("pos/2").email("a").email("b"));

        GraphSnapshot after = graph.snapshot();
        assertThat(after.customers().get(c).mergedInto()).containsExactly(a);
        assertThat(after.customers().get(b).mergedInto()).containsExactly(a);
        assertThat(after.members()).containsOnlyKeys(a);
    }

    @Test
    void aBatchThatMergesAndDeletesKnowsWhoIsWho() {
        String a = say(record("crm/1").email("a")).customerId();
        say(record("crm/2").email("b"));
        List<RecordAnswer> answers = engine.apply(List.of(
                new Change.Upsert(record("pos/1").email("a").email("b").build(), "{}", "first"),
                new Change.Delete(RecordKey.parse("crm/2"), "second")));

        assertThat(answers).extracting(RecordAnswer::outcome).containsExactly(Outcome.MERGED, Outcome.DELETED);
        assertThat(customerOf("pos/1")).isEqualTo(a);
        assertThat(graph.snapshot().decisions())
                .filteredOn(decision -> decision.kind() == Kind.LEFT)
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.customer()).isEqualTo(a);
                    assertThat(left.request()).isEqualTo("second");
                });
    }

    @Test
    void theSameAgainAndTheOlderChangeNothing() {
        say(record("crm/1").email("ada").at("2026-02-01"));
        GraphSnapshot before = graph.snapshot();

        RecordAnswer same = say(record("crm/1").email("ada").at("2026-02-01"));
        RecordAnswer older = say(record("crm/1").email("old").at("2026-01-01"));

        assertThat(same.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(older.outcome()).isEqualTo(Outcome.STALE);
        assertThat(graph.snapshot()).isEqualTo(before);
    }
}
