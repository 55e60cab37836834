package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The normalisers that a policy can name, and their options. */
public final class Normalizers {

    private record Registered(Map<String, OptionSpec> specs, Function<Values, ValueNormalizer> make) {}

    private static final Map<String, Registered> ALL = new LinkedHashMap<>();

    static {
        register(
                "email", EmailNormalizer::new, OptionSpec.flag("gmailDots", false), OptionSpec.flag("plusTags", false));
        register(
                "phone",
                PhoneNormalizer::new,
                OptionSpec.choice("extension", List.of("keep", "drop")),
                OptionSpec.choice("accept", List.of("possible", "valid")));
        register("uuid", UuidNormalizer::new, OptionSpec.flag("acceptOther", false));
        register("advertising_id", options -> new UuidNormalizer(false));
        register("ip", IpNormalizer::new, OptionSpec.flag("refusePrivate", true));
        List<String> networks = new ArrayList<>(List.of(""));
        networks.addAll(SocialNormalizer.networks());
        register("social", SocialNormalizer::new, OptionSpec.choice("network", networks));
        register("url", UrlNormalizer::new, OptionSpec.flag("dropTracking", true), OptionSpec.flag("dropQuery", false));
        List<String> kinds = new ArrayList<>(List.of("any"));
        kinds.addAll(NationalIds.kinds());
        register(
                "national_id",
                NationalIdNormalizer::new,
                OptionSpec.choice("kind", kinds),
                OptionSpec.choice("checksum", Checksums.names()),
                OptionSpec.count("minLength", 1, 64, 4),
                OptionSpec.count("maxLength", 1, 64, 32));
        register(
                "code",
                CodeNormalizer::new,
                OptionSpec.choice("case", List.of("keep", "lower", "upper")),
                OptionSpec.flag("stripSeparators", false),
                OptionSpec.flag("stripLeadingZeros", false),
                OptionSpec.pattern("pattern"),
                OptionSpec.count("minLength", 1, 1_024, 1),
                OptionSpec.count("maxLength", 1, 1_024, 128),
                OptionSpec.choice("checksum", Checksums.names()));
        register(
                "token",
                TokenNormalizer::new,
                OptionSpec.count("minLength", 1, 1_024, 1),
                OptionSpec.count("maxLength", 1, 1_024, 512));
        register("address", AddressNormalizer::new, OptionSpec.flag("requireNumber", true));
        register("exact", options -> (raw, region) -> CleanText.exact(raw));
    }

    private Normalizers() {}

    private static void register(String name, Function<Values, ValueNormalizer> make, OptionSpec... specs) {
        Map<String, OptionSpec> byName = new LinkedHashMap<>();
        for (OptionSpec spec : specs) {
            byName.put(spec.name(), spec);
        }
        ALL.put(name, new Registered(byName, make));
    }

    /** The names that an identifier type's {@code normalizer} can have. */
    public static Set<String> names() {
        return java.util.Collections.unmodifiableSet(ALL.keySet());
    }

    /** The names of the options of a normaliser; empty when it has none or there is no such normaliser. */
    public static Set<String> options(String normalizer) {
        Registered found = ALL.get(normalizer);
        return found == null
                ? Set.of()
                : java.util.Collections.unmodifiableSet(found.specs().keySet());
    }

    /**
     * Everything that is wrong with a type's normaliser and options, each with what is allowed; empty when all is well.
     */
    public static List<String> problems(String normalizer, Map<String, Object> options) {
        Registered found = ALL.get(normalizer);
        if (found == null) {
            return List.of("normalizer must be one of " + String.join(", ", ALL.keySet()));
        }
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, Object> option : new TreeMap<>(options).entrySet()) {
            OptionSpec spec = found.specs().get(option.getKey());
            if (spec != null) {
                spec.problem(option.getValue()).ifPresent(problems::add);
            } else if (found.specs().isEmpty()) {
                problems.add("option '" + option.getKey() + "' is unknown; '" + normalizer + "' has no options");
            } else {
                problems.add("option '" + option.getKey() + "' is unknown; '" + normalizer + "' has "
                        + String.join(", ", found.specs().keySet()));
            }
        }
        if (problems.isEmpty() && found.specs().containsKey("minLength")) {
            Values values = new Values(found.specs(), options);
            if (values.count("minLength") > values.count("maxLength")) {
                problems.add("option 'minLength' must not be above option 'maxLength'");
            }
        }
        return problems;
    }

    /** @throws IllegalArgumentException with all problems, when there are any */
    static ValueNormalizer make(String normalizer, Map<String, Object> options) {
        List<String> problems = problems(normalizer, options);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        Registered found = ALL.get(normalizer);
        return found.make().apply(new Values(found.specs(), Map.copyOf(options)));
    }
}
