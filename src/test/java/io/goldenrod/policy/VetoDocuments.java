package io.goldenrod.policy;

import static io.goldenrod.policy.PolicyDocuments.many;
import static io.goldenrod.policy.PolicyDocuments.map;
import static io.goldenrod.policy.PolicyDocuments.pick;
import static io.goldenrod.policy.PolicyDocuments.schema;

import io.goldenrod.policy.PolicyDocuments.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What policies say of vetoes, right and wrong. */
final class VetoDocuments {

    private VetoDocuments() {}

    static Map<String, Object> random(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> map();
            case 1 -> map("tolerance", pick(random, "none", "typo", "generation", "name"));
            default -> map("attributes", map("born", pick(random, "none", "typo"), "givenName", "name"));
        };
    }

    /** What both the reader and the schema refuse. */
    static List<Invalid> structural() {
        return List.of(
                schema("vetoes", List.of("birthDate"), "a map"),
                schema("vetoes", many(51, map()), "at most 50"),
                schema("vetoes/birthDate", "typo", "a map"),
                schema("vetoes/birthDate/tolerance", "some", "none, typo"),
                schema("vetoes/person/attributes", map(), "at least one"),
                schema("vetoes/person/attributes/a", "some", "none, typo"),
                schema(
                        "vetoes/person",
                        map("attributes", map("a", "typo"), "tolerance", "typo"),
                        "vetoes.person.tolerance",
                        "remove"),
                schema("vetoes/person/attributes", List.of("a"), "a map"),
                schema("vetoes/person/attributes/ ", "typo", "1 to 128"),
                schema("vetoes/person/attributes", many(6, "typo"), "at most 5"),
                schema("vetoes/birthDate/tolerence", "typo", "did you mean \"tolerance\"?"),
                schema("vetoes/" + "a".repeat(129), map(), "1 to 128"),
                schema("vetoes/ ", map(), "1 to 128"));
    }
}
