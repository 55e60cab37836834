package io.goldenrod.policy;

import static io.goldenrod.policy.MatchingDocuments.MODELS;
import static io.goldenrod.policy.PolicyDocuments.CHECK;
import static io.goldenrod.policy.PolicyDocuments.map;
import static io.goldenrod.policy.PolicyDocuments.plain;
import static io.goldenrod.policy.PolicyDocuments.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenrod.policy.InvalidPolicy.Problem;
import io.goldenrod.policy.PolicyDocuments.Invalid;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTests {

    @Test
    void everyFieldIsRead() {
        Map<String, Object> document = plain();
        put(document, "identifierTypes/email/options", map("gmailDots", true));
        put(document, "identifierTypes/email/window", "yearly");
        put(document, "identifierTypes/email/sharedAbove", 4);
        put(document, "identifierTypes/email/namesAbove", 5);
        put(document, "identifierTypes/email/blockedValues", List.of("test@test.com"));
        put(document, "identifierTypes/email/blockedPatterns", List.of("noreply@.*"));
        put(document, "survivorship/otherwise", List.of("mostTrusted", "first"));
        put(document, "survivorship/attributes/tags", "union");
        put(document, "sources/crm/description", " CRM ");
        put(document, "defaultSource", map("trustRank", 500, "phoneRegion", "NO"));
        put(document, "sources/web", map());
        put(document, "maxComponentLinks", 10);

        Policy policy = PolicyReader.read(document, CHECK, MODELS);

        IdentifierType email = policy.type("email");
        assertThat(email.normalizer()).isEqualTo("email");
        assertThat(email.options()).containsExactly(Map.entry("gmailDots", true));
        assertThat(email.linking()).isEqualTo(Linking.STRONG);
        assertThat(email.priority()).isEqualTo(10);
        assertThat(email.maxPerCustomer()).isEqualTo(3);
        assertThat(email.window()).isEqualTo(Window.YEARLY);
        assertThat(email.sharedAbove()).isEqualTo(4);
        assertThat(email.namesAbove()).isEqualTo(5);
        assertThat(email.blocks("test@test.com")).isTrue();
        assertThat(email.blocks("noreply@shop.com")).isTrue();
        assertThat(email.blocks("ada@shop.com")).isFalse();
        assertThat(policy.type("cookie").contested()).isEqualTo(Contested.LATEST);
        assertThat(policy.identifierTypes().keySet()).containsExactly("email", "phone", "cookie", "ip");
        assertThat(policy.vetoes()).containsExactly(new Veto("birthDate", Veto.Tolerance.TYPO));
        assertThat(policy.survivorship().rulesFor("any"))
                .containsExactly(Survivorship.Rule.MOST_TRUSTED, Survivorship.Rule.FIRST);
        assertThat(policy.survivorship().rulesFor("tags")).containsExactly(Survivorship.Rule.UNION);
        assertThat(policy.source("crm")).isEqualTo(new Source("crm", "Sales", "CRM", 10, "GB"));
        assertThat(policy.source("web")).isEqualTo(new Source("web", "", "", 500, "NO"));
        assertThat(policy.source("other")).isEqualTo(new Source("default", "", "", 500, "NO"));
        assertThat(policy.maxComponentLinks()).isEqualTo(10);
        assertThat(policy.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Policy policy = PolicyReader.read(
                map("name", "least", "identifierTypes", map("ip", map("normalizer", "ip", "linking", "none"))),
                CHECK,
                MODELS);

        IdentifierType ip = policy.type("ip");
        assertThat(ip.priority()).isZero();
        assertThat(ip.maxPerCustomer()).isZero();
        assertThat(ip.window()).isEqualTo(Window.EVER);
        assertThat(ip.sharedAbove()).isZero();
        assertThat(ip.namesAbove()).isZero();
        assertThat(ip.contested()).isEqualTo(Contested.APART);
        assertThat(policy.vetoes()).isEmpty();
        assertThat(policy.survivorship().rulesFor("x")).isEqualTo(PolicyReader.OTHERWISE_DEFAULT);
        assertThat(policy.source("x")).isEqualTo(new Source("default", "", "", 100, ""));
        assertThat(policy.maxComponentLinks()).isEqualTo(1_000_000);
    }

    static Stream<Invalid> invalid() {
        return Stream.concat(PolicyDocuments.structural().stream(), PolicyDocuments.beyondSchema().stream());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void whatIsWrongIsNamedByPathAndRemedy(Invalid invalid) {
        List<Problem> problems = problemsOf(invalid.document());

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(invalid.path());
            assertThat(problem.allowed() + problem.given()).contains(invalid.says());
        });
        assertThat(problems).hasSizeLessThanOrEqualTo(202);
    }

    @Test
    void everyProblemIsListedAtOnce() {
        Map<String, Object> document = plain();
        put(document, "identifierTypes/email/maxPerCustomer", "many");
        put(document, "identifierTypes/phone/linking", "stong");
        put(document, "sources/crm/trustRank", 0);
        put(document, "vetos", map());

        var refused = catchThrowableOfType(InvalidPolicy.class, () -> PolicyReader.read(document, CHECK, MODELS));

        assertThat(refused.problems())
                .extracting(Problem::path)
                .containsExactly(
                        "identifierTypes.email.maxPerCustomer",
                        "identifierTypes.phone.linking",
                        "sources.crm.trustRank",
                        "vetos");
        assertThat(refused).hasMessage("""
                        the policy has 4 problems:
                        - identifierTypes.email.maxPerCustomer: "many"; a whole number from 0 to 10000 is needed
                        - identifierTypes.phone.linking: "stong"; did you mean "strong"? allowed: strong, weak, none
                        - sources.crm.trustRank: 0; a whole number from 1 to 1000 is needed
                        - vetos: unknown; did you mean "vetoes"? known here: name, identifierTypes, vetoes, \
                        survivorship, defaultSource, sources, maxComponentLinks, matching""");
    }

    @Test
    void aKeyThatIsNoTextIsAProblemNotACrash() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Problem> problems = problemsOf(PolicyDocuments.with(document -> {
            ((Map) document.get("sources")).put(404, map());
            ((Map) document).put(null, "x");
        }));

        assertThat(problems).extracting(Problem::path).containsExactly("sources", "");
    }

    @Test
    void whatIsShownOfAValueIsShortAndPrintable() {
        Problem problem = problemsOf(PolicyDocuments.with("name", "\u001b[2J\ud800" + "x".repeat(100_000)))
                .get(0);

        assertThat(problem.given())
                .hasSizeLessThan(70)
                .startsWith("\"\ufffd[2J\ufffdxxx")
                .endsWith("…\"");
    }

    private static List<Problem> problemsOf(Map<String, Object> document) {
        var refused = catchThrowableOfType(InvalidPolicy.class, () -> PolicyReader.read(document, CHECK, MODELS));
        assertThat(refused).as("the document is refused").isNotNull();
        return refused.problems();
    }
}
