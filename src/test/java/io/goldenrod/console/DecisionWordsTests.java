package io.goldenrod.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.console.DecisionWords.Line;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** What was decided, in words. */
class DecisionWordsTests {

    private static final String HERE = "C0HERE";
    private static final String THERE = "C0THERE";

    private final DecisionWords words = new DecisionWords(messages(), new Values());

    private static ReloadableResourceBundleMessageSource messages() {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:console/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void tellsByWhatARecordJoined() {
        Line line = words.of(of(Kind.JOINED, null, "crm/1", "email:ada@example.org", "email", null, "record:crm/1"));
        assertThat(text(line)).isEqualTo("Record crm/1 joined C0HERE by ada@example.org.");
        assertThat(line.sentence())
                .contains(new Shown("crm/1", "record", "/records/crm/1"))
                .contains(new Shown("ada@example.org", "email", "/search?q=email%3Aada%40example.org"));
        assertThat(line.then()).isNull();
    }

    @Test
    void tellsHowSureTheModelIs() {
        Line line = words.of(of(
                Kind.HELD,
                null,
                "crm/1",
                "record:web/2",
                "matched",
                "birthDate; weight 3.00 by model 0a1b",
                new String[0]));
        assertThat(text(line)).isEqualTo("Record crm/1 matches record web/2, but they are not joined by it.");
        assertThat(line.probability()).isBetween(0.88, 0.89);
        assertThat(line.detail().text()).isEqualTo("birthDate");
        assertThat(line.constraint()).isEqualTo("CONFLICT");
    }

    @Test
    void tellsWhoSaidWhatAndWhy() {
        Line line = words.of(of(
                Kind.ASSERTED,
                THERE,
                "crm/1",
                "phone:+44",
                "different",
                "assertion A12 by Ann: his son: moved\nout",
                "phone:+44",
                "record:crm/1"));
        assertThat(text(line)).isEqualTo("A steward said that +44 and crm/1 are different people.");
        assertThat(line.by().text()).isEqualTo("Ann");
        assertThat(line.reason().text()).isEqualTo("his son: moved\nout");
        assertThat(line.assertion()).isEqualTo("A12");
        assertThat(line.members()).isEmpty();
    }

    @Test
    void tellsWhatIsPinnedByWhom() {
        Line set = words.of(
                Decision.pin(Kind.ASSERTED, HERE, RecordKey.parse("crm/1"), "fullName by Ann: she told us", "r"));
        assertThat(text(set)).isEqualTo("A steward pinned fullName of C0HERE, whatever records say.");
        assertThat(set.by().text()).isEqualTo("Ann");
        assertThat(set.reason().text()).isEqualTo("she told us");
        Line ended = words.of(Decision.pin(Kind.RETRACTED, HERE, RecordKey.parse("crm/1"), "fullName", "r"));
        assertThat(text(ended)).contains("fullName of C0HERE");
        assertThat(ended.by()).isNull();
    }

    @Test
    void countsManyMembersAndNamesTheFirst() {
        String[] members = new String[60];
        for (int i = 0; i < members.length; i++) {
            members[i] = i < 58 ? "record:crm/" + i : "phone:+" + i;
        }
        Line line = words.of(of(Kind.SPLIT, THERE, null, null, null, null, members));
        assertThat(text(line)).isEqualTo("C0THERE was split off C0HERE, with 58 records and 2 identifiers.");
        assertThat(line.members()).hasSize(DecisionWords.MEMBERS_SHOWN_MAX);
        assertThat(line.more()).isEqualTo(10);
    }

    /** Whatever of a decision was told, the sentence is whole. */
    @ParameterizedTest
    @EnumSource
    void everyKindHasItsSentence(Kind kind) {
        for (String linkClass : new String[] {null, "email", "matched", "same", "different", "pin"}) {
            boolean isSteward = kind == Kind.ASSERTED || kind == Kind.RETRACTED;
            if (isSteward && "email matched".contains(String.valueOf(linkClass))) {
                continue;
            }
            for (String record : new String[] {null, "crm/1"}) {
                for (String other : new String[] {null, THERE}) {
                    Line line = words.of(of(kind, other, record, "record:web/2", linkClass, "x", "record:crm/1"));
                    assertThat(text(line)).endsWith(".").doesNotContain("{").doesNotContain("null");
                }
            }
        }
    }

    private static Decision of(
            Kind kind,
            String other,
            String record,
            String identifier,
            String linkClass,
            String detail,
            String... members) {
        String constraint = kind == Kind.HELD || kind == Kind.RELEASED ? "CONFLICT" : null;
        return new Decision(
                kind, HERE, other, record, identifier, linkClass, constraint, detail, List.of(members), "request");
    }

    private static String text(Line line) {
        return line.sentence().stream().map(Shown::text).collect(Collectors.joining());
    }
}
