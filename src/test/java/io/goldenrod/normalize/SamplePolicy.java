package io.goldenrod.normalize;

import io.goldenrod.policy.Contested;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import io.goldenrod.policy.Survivorship;
import io.goldenrod.policy.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A policy with a type for each normaliser, a denied e-mail address, and one source with a phone region. */
final class SamplePolicy {

    private SamplePolicy() {}

    static Policy policy() {
        Map<String, IdentifierType> types = new LinkedHashMap<>();
        add(types, "email", "email", Map.of());
        add(types, "phone", "phone", Map.of());
        add(types, "crm_id", "code", Map.of("case", "upper", "stripSeparators", true));
        add(types, "national_id", "national_id", Map.of());
        add(types, "device_id", "uuid", Map.of("acceptOther", true));
        add(types, "advertising_id", "advertising_id", Map.of());
        add(types, "cookie_id", "token", Map.of());
        add(types, "social", "social", Map.of("network", "instagram"));
        add(types, "website", "url", Map.of());
        add(types, "ip", "ip", Map.of());
        add(types, "address", "address", Map.of("requireNumber", false));
        add(types, "other", "exact", Map.of());
        return new Policy(
                "sample",
                types,
                List.of(),
                new Survivorship(Map.of(), List.of(Survivorship.Rule.MOST_RECENT)),
                Map.of("crm", new Source("crm", "", "", 1, "GB")),
                new Source("", "", "", 1_000, ""),
                1_000_000,
                null,
                "");
    }

    private static void add(
            Map<String, IdentifierType> types, String name, String normalizer, Map<String, Object> options) {
        types.put(
                name,
                new IdentifierType(
                        name,
                        normalizer,
                        options,
                        1,
                        Linking.STRONG,
                        0,
                        Window.EVER,
                        0,
                        Contested.APART,
                        0,
                        Set.of("test@test.com"),
                        List.of(Pattern.compile("noreply@.*"))));
    }
}
