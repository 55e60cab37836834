package io.goldenrod.policy;

import static io.goldenrod.policy.PolicyDocuments.many;
import static io.goldenrod.policy.PolicyDocuments.map;
import static io.goldenrod.policy.PolicyDocuments.maybe;
import static io.goldenrod.policy.PolicyDocuments.put;
import static io.goldenrod.policy.PolicyDocuments.shortened;
import static io.goldenrod.policy.PolicyDocuments.with;

import io.goldenrod.policy.PolicyDocuments.Invalid;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The matching part of policy documents for tests: random valid ones, and every way to be invalid. */
public final class MatchingDocuments {

    /** Of the one model that there is. */
    static final String MODEL_HASH = "1".repeat(64);

    /** Knows one model, and every blocking function but one. */
    public static final ModelCatalog MODELS = new ModelCatalog() {
        @Override
        public Optional<String> hashOf(String model) {
            return model.equals("people") ? Optional.of(MODEL_HASH) : Optional.empty();
        }

        @Override
        public Optional<String> problemOf(BlockingRule.Part part) {
            return part.function().equals("bad") ? Optional.of("no such function") : Optional.empty();
        }
    };

    private MatchingDocuments() {}

    static Map<String, Object> random(Random random) {
        Map<String, Object> blocking = map("birth_and_name", List.of("birthDate", "soundex( familyName )"));
        maybe(blocking, "postcode", "prefix(address.postcode,3)", random);
        Map<String, Object> matching = map("model", "people", "blocking", blocking);
        double match = random.nextDouble(0.001, 0.999);
        maybe(matching, "modelHash", MODEL_HASH, random);
        if (random.nextBoolean()) {
            matching.put("match", match);
            maybe(matching, "review", match * random.nextDouble(0.01, 1), random);
        }
        maybe(matching, "blockRecordsMax", 2 + random.nextInt(9_999), random);
        Map<String, Object> chain = map();
        maybe(chain, "weightMin", random.nextInt(-100, 101), random);
        maybe(chain, "sampleMax", 1 + random.nextInt(100), random);
        maybe(matching, "chain", chain, random);
        return matching;
    }

    static List<Invalid> structural() {
        return List.of(
                new Invalid("no map", with("matching", true), "matching", "a map", true),
                new Invalid("empty", with("matching", map()), "matching.model", "name a shipped model", true),
                new Invalid(
                        "no blocking",
                        with("matching", map("model", "people")),
                        "matching.blocking",
                        "at least one rule",
                        true),
                matching("model", 7, true, "write it in quotes"),
                matching("match", 0, true, "from 0.000001"),
                matching("match", 1, true, "to 0.999999"),
                matching("match", "high", true, "a number"),
                matching("review", -0.5, true, "a number"),
                matching("modelHash", "1", true, "another one"),
                matching("blocking", map(), true, "at least one rule"),
                matching("blocking", many(21, "birthDate"), true, "at most 20"),
                matching("blocking/Birth", "birthDate", true, "a-z, 0-9"),
                matching("blocking/birth", List.of(), true, "1 to 6 parts"),
                matching("blocking/birth", Collections.nCopies(7, "birthDate"), true, "1 to 6 parts"),
                new Invalid(
                        "no text",
                        with("matching", changed("blocking/birth", List.of(7))),
                        "matching.blocking.birth[0]",
                        "a field",
                        true),
                matching("blockRecordsMax", 1, true, "2 to 10000"),
                matching("chain", 0, true, "a map"),
                matching("chain/weightMin", 101, true, "-100 to 100"),
                matching("chain/sampleMax", 0, true, "1 to 100"),
                matching("chain/sample", 5, true, "did you mean \"sampleMax\"?"),
                matching("threshold", 0.9, true, "known here: model"));
    }

    static List<Invalid> beyondSchema() {
        return List.of(
                matching("model", "peeple", false, "no such model"),
                matching("modelHash", "2".repeat(64), false, "another one"),
                matching("review", 0.96, false, "at most the probability of match"),
                matching("blocking/birth", "bad(birthDate)", false, "no such function"),
                matching("blocking/birth", "soundex(familyName", false, "a function of one"),
                matching("blocking/birth", "prefix(familyName, 65)", false, "at most 64"));
    }

    private static Map<String, Object> changed(String path, Object value) {
        Map<String, Object> matching = map("model", "people", "blocking", map("birth", List.of("birthDate")));
        put(matching, path, value);
        return matching;
    }

    private static Invalid matching(String path, Object value, boolean inSchema, String says) {
        String place = "matching." + path.replace('/', '.');
        return new Invalid(
                place + " = " + shortened(value), with("matching", changed(path, value)), place, says, inSchema);
    }
}
