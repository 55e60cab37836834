package io.goldenrod.policy;

import static io.goldenrod.policy.MatchingDocuments.MODELS;
import static io.goldenrod.policy.PolicyDocuments.CHECK;
import static io.goldenrod.policy.PolicyDocuments.map;
import static io.goldenrod.policy.PolicyDocuments.plain;
import static io.goldenrod.policy.PolicyDocuments.put;
import static io.goldenrod.policy.PolicyDocuments.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyHashTests {

    @Test
    @SuppressWarnings("unchecked")
    void theOrderOfKeysDoesNotChangeIt() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            Map<String, Object> document = PolicyDocuments.random(random);
            var shuffled = (Map<String, Object>) PolicyDocuments.shuffled(document, random);
            assertThat(hash(shuffled)).as("seed %d", seed).isEqualTo(hash(document));
        }
    }

    @Test
    void whatIsShownReadsToTheSamePolicy() {
        for (int seed = 0; seed < 300; seed++) {
            Policy policy = PolicyReader.read(PolicyDocuments.random(new Random(seed)), CHECK, MODELS);
            Map<String, Object> shown = PolicyWriter.toMap(policy);
            Policy again = PolicyReader.read(shown, CHECK, MODELS);
            assertThat(again.hash()).as("seed %d", seed).isEqualTo(policy.hash());
            assertThat(PolicyWriter.toMap(again)).as("seed %d", seed).isEqualTo(shown);
            assertThat(again.vetoes()).isEqualTo(policy.vetoes());
            assertThat(again.survivorship()).isEqualTo(policy.survivorship());
            assertThat(again.sources()).isEqualTo(policy.sources());
            assertThat(again.identifierTypes().keySet())
                    .containsExactlyElementsOf(policy.identifierTypes().keySet());
        }
    }

    static Stream<Arguments> sameAsPlain() {
        return Stream.of(
                change("identifierTypes/email/window", "ever"),
                change("identifierTypes/email/options", map()),
                change("identifierTypes/phone/maxPerCustomer", 0),
                change("identifierTypes/phone/sharedAbove", 0),
                change("identifierTypes/phone/namesAbove", 0),
                change("identifierTypes/phone/blockedValues", List.of()),
                change("identifierTypes/ip/blockedPatterns", List.of()),
                change("survivorship", map()),
                change("survivorship/otherwise", List.of("mostRecent", "mostTrusted", "mostFrequent")),
                change("defaultSource/trustRank", 100),
                change("defaultSource/phoneRegion", ""),
                change("defaultSource/dateOrder", ""),
                change("sources/crm/description", " "),
                change("maxComponentLinks", 1_000_000));
    }

    @ParameterizedTest
    @MethodSource("sameAsPlain")
    void writingADefaultOutDoesNotChangeIt(String path, Object value) {
        assertThat(hash(with(path, value))).isEqualTo(hash(plain()));
    }

    @Test
    void theOrderOfDenyListsDoesNotChangeIt() {
        String values = "identifierTypes/email/blockedValues";
        String patterns = "identifierTypes/email/blockedPatterns";
        Map<String, Object> one = plain();
        put(one, values, List.of("a", "b"));
        put(one, patterns, List.of("a+", "b+"));
        Map<String, Object> other = plain();
        put(other, values, List.of("b", "a", "b"));
        put(other, patterns, List.of("b+", "a+", "b+"));

        assertThat(hash(other)).isEqualTo(hash(one));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("name", "other"),
                change("identifierTypes/other", map("normalizer", "code", "linking", "none")),
                change("identifierTypes/email/normalizer", "exact"),
                change("identifierTypes/email/options", map("a", 1)),
                change("identifierTypes/email/options", map("a", "1")),
                change("identifierTypes/email/options", map("a", List.of(1, 2))),
                change("identifierTypes/email/options", map("a", List.of(2, 1))),
                change("identifierTypes/email/priority", 11),
                change("identifierTypes/email/maxPerCustomer", 4),
                change("identifierTypes/email/window", "yearly"),
                change("identifierTypes/email/window", "monthly"),
                change("identifierTypes/email/sharedAbove", 1),
                change("identifierTypes/email/namesAbove", 1),
                change("identifierTypes/cookie/contested", "apart"),
                change("identifierTypes/cookie/contested", "earliest"),
                change("identifierTypes/phone", map("normalizer", "phone", "linking", "weak", "priority", 20)),
                change("identifierTypes/phone", map("normalizer", "phone", "linking", "none")),
                change("identifierTypes/email/blockedValues", List.of("a")),
                change("identifierTypes/email/blockedValues", List.of("a\",\"b")),
                change("identifierTypes/email/blockedValues", List.of("a", "b")),
                change("identifierTypes/email/blockedPatterns", List.of("a")),
                change("vetoes/birthDate/tolerance", "none"),
                change("vetoes/gender", map()),
                change("vetoes/person", map("attributes", map("birthDate", "typo", "givenName", "name"))),
                change("vetoes/person", map("attributes", map("birthDate", "typo", "givenName", "none"))),
                change("vetoes/person", map("attributes", map("birthDate", "typo"))),
                change("survivorship/otherwise", List.of("mostTrusted", "mostRecent", "mostFrequent")),
                change("survivorship/otherwise", "mostRecent"),
                change("survivorship/attributes/city", "longest"),
                change("sources/crm/owner", "Other"),
                change("sources/crm/description", "Other"),
                change("sources/crm/trustRank", 11),
                change("sources/crm/phoneRegion", ""),
                change("sources/crm/dateOrder", "dmy"),
                change("sources/crm/dateOrder", "mdy"),
                change("sources/web", map()),
                change("defaultSource/trustRank", 99),
                change("defaultSource/phoneRegion", "GB"),
                change("maxComponentLinks", 999_999));
    }

    @Test
    void eachChangeOfMeaningGivesAnotherHash() {
        var hashes = new LinkedHashMap<String, String>();
        hashes.put(hash(plain()), "plain");
        changes().map(Arguments::get).forEach(change -> {
            String what = change[0] + " = " + change[1];
            String before = hashes.put(hash(with((String) change[0], change[1])), what);
            assertThat(before).as("same hash as %s", what).isNull();
        });
    }

    private static Arguments change(String path, Object value) {
        return Arguments.of(path, value);
    }

    private static String hash(Map<String, Object> document) {
        return PolicyReader.read(document, CHECK, MODELS).hash();
    }
}
