package io.goldenrod.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Shows the effective policy: every field, those that the document left out as well. {@link PolicyReader} reads what
 * is shown here to an equal policy.
 */
public final class PolicyWriter {

    private PolicyWriter() {}

    /**
     * The policy as a document of maps, lists, texts and whole numbers, in a stable order, without its hash. Fields
     * that have no meaning for a type, such as {@code contested} for a strong one, are left out.
     */
    public static Map<String, Object> toMap(Policy policy) {
        var types = new LinkedHashMap<String, Object>();
        policy.types().forEach(type -> types.put(type.name(), type(type)));
        var vetoes = new TreeMap<String, Object>();
        policy.vetoes().forEach(veto -> vetoes.put(veto.name(), veto(veto)));
        var attributes = new TreeMap<String, Object>();
        policy.survivorship().rules().forEach((attribute, rules) -> attributes.put(attribute, rules(rules)));
        var survivorship = new LinkedHashMap<String, Object>();
        survivorship.put("otherwise", rules(policy.survivorship().otherwise()));
        survivorship.put("attributes", attributes);
        var sources = new TreeMap<String, Object>();
        policy.sources().forEach((name, source) -> sources.put(name, source(source)));

        var map = new LinkedHashMap<String, Object>();
        map.put("name", policy.name());
        map.put("identifierTypes", types);
        map.put("vetoes", vetoes);
        map.put("survivorship", survivorship);
        map.put("defaultSource", source(policy.defaultSource()));
        map.put("sources", sources);
        map.put("maxComponentLinks", policy.maxComponentLinks());
        if (policy.matching() != null) {
            map.put("matching", matching(policy.matching()));
        }
        return map;
    }

    /** The same policy with its hash: the {@link CanonicalMap#hash} of {@link #toMap}. */
    static Policy hashed(Policy policy) {
        return new Policy(
                policy.name(),
                policy.identifierTypes(),
                policy.vetoes(),
                policy.survivorship(),
                policy.sources(),
                policy.defaultSource(),
                policy.maxComponentLinks(),
                policy.matching(),
                CanonicalMap.hash(toMap(policy)));
    }

    private static Map<String, Object> type(IdentifierType type) {
        var map = new LinkedHashMap<String, Object>();
        map.put("normalizer", type.normalizer());
        map.put("options", new TreeMap<>(type.options()));
        map.put("linking", written(type.linking()));
        if (type.linking() != Linking.NONE) {
            map.put("priority", type.priority());
            map.put("maxPerCustomer", type.maxPerCustomer());
            if (type.maxPerCustomer() > 0) {
                map.put("window", written(type.window()));
            }
            map.put("sharedAbove", type.sharedAbove());
            map.put("namesAbove", type.namesAbove());
        }
        if (type.linking() == Linking.WEAK) {
            map.put("contested", written(type.contested()));
        }
        map.put("blockedValues", List.copyOf(new TreeSet<>(type.blockedValues())));
        map.put(
                "blockedPatterns",
                type.blockedPatterns().stream().map(Pattern::pattern).sorted().toList());
        return map;
    }

    private static Map<String, Object> veto(Veto veto) {
        if (veto.isPlain()) {
            return Map.of("tolerance", written(veto.parts().get(0).tolerance()));
        }
        var attributes = new TreeMap<String, Object>();
        veto.parts().forEach(part -> attributes.put(part.attribute(), written(part.tolerance())));
        return Map.of("attributes", attributes);
    }

    private static Map<String, Object> source(Source source) {
        var map = new LinkedHashMap<String, Object>();
        map.put("owner", source.owner());
        map.put("description", source.description());
        map.put("trustRank", source.trustRank());
        map.put("phoneRegion", source.phoneRegion());
        map.put("dateOrder", source.dateOrder() == null ? "" : written(source.dateOrder()));
        return map;
    }

    private static Map<String, Object> matching(Matching matching) {
        var blocking = new LinkedHashMap<String, Object>();
        matching.blocking()
                .forEach(rule -> blocking.put(
                        rule.name(),
                        rule.parts().stream().map(BlockingRule.Part::toString).toList()));
        var map = new LinkedHashMap<String, Object>();
        map.put("model", matching.model());
        map.put("modelHash", matching.modelHash());
        map.put("match", matching.match());
        map.put("review", matching.review());
        map.put("blocking", blocking);
        map.put("blockRecordsMax", matching.blockRecordsMax());
        if (matching.chain() != null) {
            var chain = new LinkedHashMap<String, Object>();
            chain.put("weightMin", matching.chain().weightMin());
            chain.put("sampleMax", matching.chain().sampleMax());
            map.put("chain", chain);
        }
        return map;
    }

    private static List<String> rules(List<Survivorship.Rule> rules) {
        return rules.stream().map(PolicyWriter::written).toList();
    }

    private static String written(Enum<?> constant) {
        return Fields.camelCase(constant);
    }
}
