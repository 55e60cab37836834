package io.goldenrod.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.BlockingReader;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.policy.BlockingRule.Part;
import io.goldenrod.policy.ModelCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockingTests {

    private static final Map<String, Object> ADA = Map.of(
            "givenName", "Ada",
            "familyName", "Lovelace",
            "birthDate", "1815-12-10",
            "address", Map.of("line1", "12 St. James's Square", "city", "London", "postcode", "SW1Y 4JH"));

    @Test
    void aKeyNamesItsRuleAndItsValues() {
        assertThat(keys(ADA, "birthDate", "soundex(familyName)")).containsExactly("rule=1815-12-10|l142");
        assertThat(keys(ADA, "address.houseNumber", "postcodeArea(address.postcode)"))
                .containsExactly("rule=12|sw1y");
        assertThat(keys(ADA, "address.city")).containsExactly("rule=london");
        assertThat(keys(ADA, "prefix(givenName, 1)", "suffix(familyName, 3)")).containsExactly("rule=a|ace");
    }

    @Test
    void aRecordWithoutAPartHasNoKey() {
        assertThat(keys(ADA, "birthDate", "email")).isEmpty();
        assertThat(keys(ADA, "birthDate", "address.region")).isEmpty();
        assertThat(keys(Map.of("birthDate", "1815"), "monthDay(birthDate)")).isEmpty();
        assertThat(keys(Map.of("birthDate", "1815"), "year(birthDate)")).containsExactly("rule=1815");
    }

    /** Whichever way a record holds a name, it lies in the same blocks. */
    @ParameterizedTest
    @CsvSource({"Lovelace", "'Lovelace, Ada'", "Dr. Ada Lovelace", "ADA LOVELACE", "Áda Lovelace"})
    void namesAreTakenFromTheirPartsOrFromTheWhole(String fullName) {
        boolean whole = fullName.contains(" ");
        Map<String, Object> parts = Map.of("givenName", "Ada", "familyName", "Lovelace");
        Map<String, Object> other = whole ? Map.of("fullName", fullName) : parts;
        String[] parted = {"givenName", "familyName", "sortedTokens(fullName)"};
        assertThat(keys(other, parted))
                .isEqualTo(keys(parts, parted))
                .containsExactly("rule=ada|lovelace|ada lovelace");
    }

    @Test
    void theNamesInAFullNameAreNoSecondNames() {
        Map<String, Object> both = Map.of("givenName", "Ada", "familyName", "King", "fullName", "Ada Lovelace");
        assertThat(keys(both, "familyName")).containsExactly("rule=king");
        assertThat(keys(Map.of("familyName", "King", "fullName", "Ada King"), "givenName", "familyName"))
                .containsExactly("rule=ada|king");
    }

    @Test
    void furtherNamesAndAddressesGiveFurtherKeys() {
        Map<String, Object> record = Map.of(
                "fullName",
                "Ada Lovelace",
                "otherNames",
                List.of("Augusta Byron"),
                "address",
                Map.of("postcode", "SW1Y 4JH"),
                "otherAddresses",
                List.of(Map.of("postcode", "NG15 8FD"), "1 High Street"));
        assertThat(keys(record, "familyName", "address.postcode"))
                .containsExactly(
                        "rule=byron|ng158fd", "rule=byron|sw1y4jh", "rule=lovelace|ng158fd", "rule=lovelace|sw1y4jh");
        assertThat(keys(record, "address.houseNumber")).containsExactly("rule=1");
    }

    @Test
    void identifiersAreFieldsUnlessTheirValueIsDenied() {
        RawRecord raw = new RawRecord(
                "crm",
                "1",
                Instant.EPOCH,
                List.of(
                        new RawIdentifier("email", "ada.l+shop@example.org"),
                        new RawIdentifier("phone", "+44 20 7946 0018"),
                        new RawIdentifier("email", "test@test.com")),
                Map.of(),
                Map.of());
        SourceRecord record = normalized(raw);
        assertThat(record.denied()).hasSize(1);
        assertThat(blocking("emailLocal(email)", "lastDigits(phone, 7)").keys(record))
                .containsExactly("rule=adal|9460018");
    }

    @Test
    void nicknamesLeadToTheirFormalNames() {
        assertThat(keys(Map.of("givenName", "Bob"), "nickname(givenName)")).containsExactly("rule=robert");
        assertThat(keys(Map.of("givenName", "Robert James"), "nickname(givenName)"))
                .containsExactly("rule=robert");
        assertThat(keys(Map.of("givenName", "Sandy"), "nickname(givenName)")).hasSizeGreaterThan(1);
    }

    /** However many words and values there are, a rule gives at most sixteen keys, and always the same. */
    @Test
    void theKeysOfARuleAreBounded() {
        List<String> words = IntStream.range(0, 2_000).mapToObj(i -> "word" + i).toList();
        Map<String, Object> record =
                Map.of("fullName", String.join(" ", words), "tags", words, "birthDate", "1950-01-01");
        assertThat(keys(record, "tokens(fullName)", "tags", "birthDate"))
                .hasSize(Blocking.KEYS_MAX)
                .allMatch(key -> key.startsWith("rule=word0|word"));
        List<String> turned = new ArrayList<>(words);
        Collections.reverse(turned);
        assertThat(keys(Map.of("tags", turned), "tags")).isEqualTo(keys(Map.of("tags", words), "tags"));
    }

    @Test
    void longValuesAreHashed() {
        String first = keys(Map.of("note", "x".repeat(500)), "note").iterator().next();
        String second = keys(Map.of("note", "x".repeat(501)), "note").iterator().next();
        assertThat(first).hasSizeLessThan(64).isNotEqualTo(second);
    }

    @Test
    void valuesWithBarsAreNotTakenForSeveral() {
        Map<String, Object> one = Map.of("a", "x|y", "b", "z");
        Map<String, Object> other = Map.of("a", "x", "b", "y|z");
        assertThat(keys(one, "a", "b")).isNotEqualTo(keys(other, "a", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sondex; familyName; 0; did you mean soundex",
                "fuzzy_hash_of; familyName; 0; there are exact, prefix",
                "prefix; familyName; 0; a length of 1 or more",
                "year; birthDate; 3; takes a field and nothing else",
                "exact; address.zip; 0; did you mean address.postcode"
            })
    void aRuleThatCannotBeIsRefused(String function, String field, int argument, String problem) {
        Part part = new Part(function, field, argument);
        assertThat(Blocking.problemOf(part)).get().asString().contains(problem);
        List<BlockingRule> rules = List.of(new BlockingRule("rule", List.of(part)));
        assertThatThrownBy(() -> new Blocking(rules)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRuleThatCanBeHasNoProblem() {
        assertThat(Blocking.problemOf(new Part("prefix", "address.postcode", 3)))
                .isEmpty();
        assertThat(Blocking.problemOf(new Part("exact", "loyalty_id", 0))).isEmpty();
    }

    private static Collection<String> keys(Map<String, Object> attributes, String... parts) {
        return blocking(parts)
                .keys(normalized(new RawRecord("crm", "1", Instant.EPOCH, List.of(), attributes, Map.of())));
    }

    private static Blocking blocking(String... parts) {
        return new Blocking(BlockingReader.read(Map.of("rule", Arrays.asList(parts)), new ModelCatalog() {
            @Override
            public Optional<String> hashOf(String model) {
                return Optional.empty();
            }

            @Override
            public Optional<String> problemOf(Part part) {
                return Blocking.problemOf(part);
            }
        }));
    }

    private static SourceRecord normalized(RawRecord raw) {
        var normalizer = new RecordNormalizer(PolicyFile.shipped(), RecordLimits.DEFAULT);
        return ((NormalizedRecord.Accepted) normalizer.normalize(raw, Instant.parse("2026-01-01T00:00:00Z"))).record();
    }
}
