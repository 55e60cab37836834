package io.goldenrod.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.MatchingDocuments;
import io.goldenrod.policy.PolicyDocuments;
import io.goldenrod.policy.PolicyDocuments.Invalid;
import io.goldenrod.policy.PolicyReader;
import io.goldenrod.policy.PolicyWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema for editors and the reader say the same, but for the rules that a schema cannot say. */
class PolicySchemaTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("policy/policy.schema.json"), InputFormat.JSON);

    @Test
    void theShippedPolicyIsValidAsWrittenAndAsShown() {
        assertThat(errors(YamlDocument.parse(resource("policy/customers.yml"), "x")
                        .values()))
                .isEmpty();
        assertThat(errors(PolicyWriter.toMap(PolicyFile.shipped()))).isEmpty();
    }

    @Test
    void everyValidDocumentIsValidToBoth() {
        for (int seed = 0; seed < 1_000; seed++) {
            Map<String, Object> document = PolicyDocuments.random(new Random(seed));
            PolicyReader.read(document, PolicyDocuments.CHECK, MatchingDocuments.MODELS);
            assertThat(errors(document)).as("seed %d: %s", seed, document).isEmpty();
        }
    }

    static List<Invalid> structural() {
        return PolicyDocuments.structural();
    }

    @ParameterizedTest
    @MethodSource("structural")
    void everyStructuralMistakeIsRefusedByBoth(Invalid invalid) {
        assertThatThrownBy(() -> PolicyReader.read(invalid.document(), PolicyDocuments.CHECK, MatchingDocuments.MODELS))
                .isInstanceOf(InvalidPolicy.class);
        assertThat(errors(invalid.document())).isNotEmpty();
    }

    static List<Invalid> beyondSchema() {
        return PolicyDocuments.beyondSchema();
    }

    /** Should a schema learn to say one of these, the case moves to the structural ones. */
    @ParameterizedTest
    @MethodSource("beyondSchema")
    void onlyTheReaderKnowsTheRulesBeyondTheSchema(Invalid invalid) {
        assertThatThrownBy(() -> PolicyReader.read(invalid.document(), PolicyDocuments.CHECK, MatchingDocuments.MODELS))
                .isInstanceOf(InvalidPolicy.class);
        assertThat(errors(invalid.document())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{extends: default}",
                "{extends: default, name: x, maxComponentLinks: null, sources: {crm: null, app: {owner: Mobile}}}",
                "{extends: default, identifierTypes: {cookie_id: null, email: {blockedValues: {add: [a]}}}}",
                "{extends: default, identifierTypes: {email: {namesAbove: null}}}",
                "{extends: default, identifierTypes: {flyer: {normalizer: code, linking: strong, priority: 55}}}",
                "{extends: default, vetoes: {birthDate: null, gender: {tolerance: none}}}",
                "{extends: default, survivorship: {attributes: {gender: null, tags: union}}}",
                "{extends: default, survivorship: {otherwise: {remove: [mostFrequent], add: [longest]}}}"
            })
    void changesToTheShippedPolicyAreValidToBoth(String yaml) {
        assertThat(PolicyFile.parse(yaml, "x")).isNotNull();
        assertThat(errors(YamlDocument.parse(yaml, "x").values())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{extends: other}",
                "{extends: null, name: x}",
                "{extends: default, name: null}",
                "{extends: default, identifierTypes: null}",
                "{extends: default, identifierTypes: {email: {namesAbov: 3}}}",
                "{extends: default, identifierTypes: {email: {linking: srtong}}}",
                "{extends: default, identifierTypes: {email: {blockedValues: {added: [a]}}}}",
                "{extends: default, identifierTypes: {email: {blockedValues: {add: a}}}}",
                "{extends: default, identifierTypes: {email: {blockedValues: {}}}}",
                "{extends: default, sources: {crm: {trustRank: 0}}}",
                "{extends: default, survivorship: {otherwise: {add: [newest]}}}",
                "{extends: default, veto: {}}"
            })
    void mistakesInChangesAreRefusedByBoth(String yaml) {
        assertThatThrownBy(() -> PolicyFile.parse(yaml, "x")).isInstanceOf(InvalidPolicy.class);
        assertThat(errors(YamlDocument.parse(yaml, "x").values())).isNotEmpty();
    }

    private static List<Error> errors(Map<String, Object> document) {
        return SCHEMA.validate(JSON.writeValueAsString(document), InputFormat.JSON);
    }

    private static String resource(String name) {
        try (var in = PolicySchemaTests.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
