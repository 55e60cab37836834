package io.goldenrod.policy;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.Text;
import io.goldenrod.policy.InvalidPolicy.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns a document into a policy: checks every field and what fields say about each other, fills in what is left out.
 *
 * <p>A field left out means the value that {@link PolicyWriter} then shows. The JSON Schema
 * {@code policy/policy.schema.json} describes the same document to editors.
 */
public final class PolicyReader {

    static final int TYPES_MAX = 200;
    static final int BLOCKED_VALUES_MAX = 10_000;
    static final int BLOCKED_VALUE_LENGTH_MAX = 1_024;
    static final int BLOCKED_PATTERNS_MAX = 100;
    static final int SOURCES_MAX = 10_000;
    static final int VETOES_MAX = 50;
    static final int VETO_ATTRIBUTES_MAX = 5;
    static final int ATTRIBUTES_MAX = 1_000;
    static final int ATTRIBUTE_LENGTH_MAX = 128;
    static final int NAME_LENGTH_MAX = 64;
    static final int OWNER_LENGTH_MAX = 200;
    static final int DESCRIPTION_LENGTH_MAX = 2_000;
    static final int OPTIONS_MAX = 50;
    static final int PRIORITY_MAX = 999;
    static final int COUNT_MAX = 10_000;
    static final int TRUST_RANK_MAX = 1_000;
    static final int TRUST_RANK_DEFAULT = 100;
    static final int COMPONENT_LINKS_MAX = 100_000_000;
    static final int COMPONENT_LINKS_DEFAULT = 1_000_000;
    static final List<Survivorship.Rule> OTHERWISE_DEFAULT =
            List.of(Survivorship.Rule.MOST_RECENT, Survivorship.Rule.MOST_TRUSTED, Survivorship.Rule.MOST_FREQUENT);

    private static final int OPTION_DEPTH_MAX = 4;
    private static final String DEFAULT_SOURCE_NAME = "default";
    /** What is named {@code record:…} among members is a record. */
    private static final Pattern TYPE_NAME = Pattern.compile("(?!record$)[a-z][a-z0-9_]{0,63}");

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private final NormalizerCheck check;
    private final ModelCatalog models;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyReader(NormalizerCheck check, ModelCatalog models) {
        this.check = check;
        this.models = models;
    }

    /**
     * Reads a document of maps, lists, texts, numbers and truth values.
     *
     * @param check knows the normalisers
     * @param models knows the models
     * @throws InvalidPolicy listing everything that is wrong with it
     */
    public static Policy read(Map<String, Object> document, NormalizerCheck check, ModelCatalog models)
            throws InvalidPolicy {
        var reader = new PolicyReader(check, models);
        Policy policy = reader.policy(Fields.of("", document, reader.problems));
        if (!reader.problems.isEmpty()) {
            throw new InvalidPolicy("the policy", reader.problems);
        }
        return policy;
    }

    private Policy policy(Fields fields) {
        String name = fields.requiredText("name", NAME_LENGTH_MAX, "the policy in a word or two");
        Map<String, IdentifierType> types = types(fields);
        List<Veto> vetoes = vetoes(fields);
        Survivorship survivorship = survivorship(fields.map("survivorship"));
        Source defaultSource = source(
                DEFAULT_SOURCE_NAME,
                fields.map("defaultSource"),
                new Source(DEFAULT_SOURCE_NAME, "", "", TRUST_RANK_DEFAULT, ""));
        Map<String, Source> sources = sources(fields, defaultSource);
        int maxComponentLinks = fields.number("maxComponentLinks", 1, COMPONENT_LINKS_MAX, COMPONENT_LINKS_DEFAULT);
        Matching matching =
                fields.has("matching") ? new MatchingReader(models, problems).read(fields.value("matching")) : null;
        fields.refuseUnknown();
        var unhashed =
                new Policy(name, types, vetoes, survivorship, sources, defaultSource, maxComponentLinks, matching, "");
        return problems.isEmpty() ? PolicyWriter.hashed(unhashed) : unhashed;
    }

    private Map<String, IdentifierType> types(Fields fields) {
        var types = new LinkedHashMap<String, IdentifierType>();
        if (!fields.has("identifierTypes")) {
            fields.problem("identifierTypes", "name at least one type of identifier");
            return types;
        }
        Map<String, Object> entries = fields.entries("identifierTypes", TYPES_MAX, "identifier types");
        if (fields.value("identifierTypes") instanceof Map<?, ?> map && map.isEmpty()) {
            fields.problem("identifierTypes", "name at least one type of identifier");
        }
        entries.forEach((name, value) -> {
            String path = "identifierTypes." + name;
            if (!TYPE_NAME.matcher(name).matches()) {
                problem(path, name, "a type is named by 1 to 64 of a-z, 0-9 and _, first a letter, and not record");
            }
            types.put(name, type(name, path, Fields.of(path, value, problems)));
        });
        checkPriorities(types);
        return types;
    }

    private IdentifierType type(String name, String path, Fields fields) {
        String normalizer = fields.requiredText("normalizer", NAME_LENGTH_MAX, "the normaliser of its values");
        Map<String, Object> options = options(fields);
        checkNormalizer(fields, normalizer, options);
        if (!fields.has("linking")) {
            fields.problem("linking", "say whether a shared value joins: strong, weak or none");
        }
        Linking linking = fields.choice("linking", Linking.class, null);
        int priority = fields.number("priority", 1, PRIORITY_MAX, 0);
        int maxPerCustomer = fields.number("maxPerCustomer", 0, COUNT_MAX, 0);
        Window window = fields.choice("window", Window.class, Window.EVER);
        int sharedAbove = fields.number("sharedAbove", 0, COUNT_MAX, 0);
        int namesAbove = fields.number("namesAbove", 0, COUNT_MAX, 0);
        Contested contested = fields.choice("contested", Contested.class, Contested.APART);
        Set<String> blockedValues = fields.texts("blockedValues", BLOCKED_VALUES_MAX, BLOCKED_VALUE_LENGTH_MAX);
        List<Pattern> blockedPatterns = patterns(fields, path);
        fields.refuseUnknown();
        if (linking != null) {
            checkAgainstLinking(fields, linking);
        }
        if (fields.has("window") && maxPerCustomer == 0) {
            fields.problem("window", "a window needs a maxPerCustomer above 0: give one, or remove the window");
        }
        return new IdentifierType(
                name,
                normalizer,
                options,
                priority,
                linking == null ? Linking.NONE : linking,
                maxPerCustomer,
                window,
                sharedAbove,
                contested,
                namesAbove,
                blockedValues,
                blockedPatterns);
    }

    private void checkAgainstLinking(Fields fields, Linking linking) {
        if (linking == Linking.NONE) {
            for (String key : List.of("priority", "maxPerCustomer", "sharedAbove", "namesAbove")) {
                if (fields.has(key)) {
                    fields.problem(key, "has no meaning for linking: none; remove it");
                }
            }
        } else if (!fields.has("priority")) {
            fields.problem("priority", "a type that links needs a whole number from 1 to " + PRIORITY_MAX);
        }
        if (linking != Linking.WEAK && fields.has("contested")) {
            fields.problem("contested", "has a meaning for linking: weak only; remove it");
        }
    }

    /** Each class of links has a place of its own, and every strong one comes before every weak one. */
    private void checkPriorities(Map<String, IdentifierType> types) {
        var firstOf = new HashMap<Integer, String>();
        var strongest = types.values().stream()
                .filter(type -> type.linking() == Linking.STRONG)
                .max(Comparator.comparingInt(IdentifierType::priority));
        for (IdentifierType type : types.values()) {
            if (type.linking() == Linking.NONE || type.priority() == 0) {
                continue;
            }
            String path = "identifierTypes." + type.name() + ".priority";
            String first = firstOf.putIfAbsent(type.priority(), type.name());
            if (first != null) {
                problem(path, type.priority(), "a priority is of one type only, and " + first + " has this one");
            }
            if (type.linking() == Linking.WEAK
                    && strongest.isPresent()
                    && type.priority() < strongest.get().priority()) {
                problem(
                        path,
                        type.priority(),
                        "a weak type comes after every strong one: above "
                                + strongest.get().priority() + ", that of "
                                + strongest.get().name());
            }
        }
    }

    private Map<String, Object> options(Fields fields) {
        Map<String, Object> entries = fields.entries("options", OPTIONS_MAX, "options");
        var options = new LinkedHashMap<String, Object>();
        entries.forEach((key, value) -> {
            Optional<Object> plain = Fields.plain(value, OPTION_DEPTH_MAX);
            if (plain.isPresent()) {
                options.put(key, plain.get());
            } else {
                problem(
                        fields.pathOf("options." + key),
                        value,
                        "a text, number, truth value, or a list or map of these is needed");
            }
        });
        return options;
    }

    private void checkNormalizer(Fields fields, String normalizer, Map<String, Object> options) {
        if (normalizer == null) {
            return;
        }
        List<String> unknown = check.problems(normalizer, Map.of());
        unknown.forEach(sentence -> fields.problem("normalizer", sentence));
        if (unknown.isEmpty() && !options.isEmpty()) {
            check.problems(normalizer, options).forEach(sentence -> fields.problem("options", sentence));
        }
    }

    /** In the order of their text and without repeats, as their order means nothing. */
    private List<Pattern> patterns(Fields fields, String path) {
        var patterns = new TreeMap<String, Pattern>();
        int index = 0;
        for (String expression : fields.texts("blockedPatterns", BLOCKED_PATTERNS_MAX, BlockedPattern.LENGTH_MAX)) {
            try {
                patterns.put(expression, BlockedPattern.compile(expression));
            } catch (PatternSyntaxException refused) {
                problem(path + ".blockedPatterns[" + index + "]", expression, refused.getDescription());
            }
            index++;
        }
        return List.copyOf(patterns.values());
    }

    /** In the order of their names, as their order means nothing. */
    private List<Veto> vetoes(Fields fields) {
        var vetoes = new ArrayList<Veto>();
        fields.entries("vetoes", VETOES_MAX, "vetoes").forEach((name, value) -> {
            String path = "vetoes." + name;
            checkAttribute(path, name);
            vetoes.add(veto(name, Fields.of(path, value, problems)));
        });
        vetoes.sort(Comparator.comparing(Veto::name));
        return vetoes;
    }

    private Veto veto(String name, Fields fields) {
        if (!fields.has("attributes")) {
            Veto.Tolerance tolerance = fields.choice("tolerance", Veto.Tolerance.class, Veto.Tolerance.NONE);
            fields.refuseUnknown();
            return new Veto(name, tolerance);
        }
        if (fields.has("tolerance")) {
            fields.problem("tolerance", "each of the attributes has a tolerance of its own; remove this one");
        }
        var parts = new ArrayList<Veto.Part>();
        fields.entries("attributes", VETO_ATTRIBUTES_MAX, "attributes").forEach((attribute, value) -> {
            String path = fields.pathOf("attributes." + attribute);
            checkAttribute(path, attribute);
            fields.constant(path, value, Veto.Tolerance.class)
                    .ifPresent(tolerance -> parts.add(new Veto.Part(attribute, tolerance)));
        });
        if (fields.value("attributes") instanceof Map<?, ?> map && map.isEmpty()) {
            fields.problem("attributes", "name at least one attribute, with its tolerance");
        }
        fields.refuseUnknown();
        return parts.isEmpty() ? new Veto(name, Veto.Tolerance.NONE) : new Veto(name, parts);
    }

    private Survivorship survivorship(Fields fields) {
        var rules = new TreeMap<String, List<Survivorship.Rule>>();
        fields.entries("attributes", ATTRIBUTES_MAX, "attributes").forEach((attribute, value) -> {
            String path = fields.pathOf("attributes." + attribute);
            checkAttribute(path, attribute);
            rules.put(attribute, rules(fields, path, value));
        });
        List<Survivorship.Rule> otherwise = fields.has("otherwise")
                ? rules(fields, fields.pathOf("otherwise"), fields.value("otherwise"))
                : OTHERWISE_DEFAULT;
        fields.refuseUnknown();
        return new Survivorship(rules, otherwise);
    }

    /** One rule or a list of them; with a problem where there is none, so that the answer is never empty. */
    private List<Survivorship.Rule> rules(Fields fields, String path, Object value) {
        if (value instanceof List<?> list && (list.isEmpty() || list.size() > Survivorship.Rule.values().length)) {
            problem(path, value, "1 to " + Survivorship.Rule.values().length + " rules are needed");
            return OTHERWISE_DEFAULT;
        }
        List<?> written = value instanceof List<?> list ? list : Collections.singletonList(value);
        var rules = EnumSet.noneOf(Survivorship.Rule.class);
        var ordered = new ArrayList<Survivorship.Rule>();
        for (int i = 0; i < written.size(); i++) {
            String place = value instanceof List<?> ? path + "[" + i + "]" : path;
            Optional<Survivorship.Rule> rule = fields.constant(place, written.get(i), Survivorship.Rule.class);
            if (rule.isPresent() && !rules.add(rule.get())) {
                problem(place, written.get(i), "a rule stands once: a second time it decides nothing");
            }
            rule.ifPresent(ordered::add);
        }
        if (rules.contains(Survivorship.Rule.UNION) && ordered.size() > 1) {
            problem(path, value, "union keeps all values, so it stands alone");
        }
        return ordered.isEmpty() ? OTHERWISE_DEFAULT : ordered;
    }

    private Map<String, Source> sources(Fields fields, Source defaultSource) {
        var sources = new LinkedHashMap<String, Source>();
        fields.entries("sources", SOURCES_MAX, "sources").forEach((name, value) -> {
            String path = "sources." + name;
            if (!RecordKey.isSource(name)) {
                problem(
                        path,
                        name,
                        "a source is named by 1 to " + RecordKey.SOURCE_LENGTH_MAX
                                + " letters, digits, dots, underscores, colons or hyphens, first a letter or digit");
            }
            sources.put(name, source(name, Fields.of(path, value, problems), defaultSource));
        });
        return sources;
    }

    /** What it leaves out of trust rank, phone region and date order, it has from the other source. */
    private Source source(String name, Fields fields, Source otherwise) {
        String owner = fields.text("owner", 0, OWNER_LENGTH_MAX, "");
        String description = fields.text("description", 0, DESCRIPTION_LENGTH_MAX, "");
        int trustRank = fields.number("trustRank", 1, TRUST_RANK_MAX, otherwise.trustRank());
        String phoneRegion = otherwise.phoneRegion();
        if (fields.has("phoneRegion")) {
            Object region = fields.value("phoneRegion");
            if ("".equals(region) || region instanceof String text && REGIONS.contains(text)) {
                phoneRegion = (String) region;
            } else {
                String upper = region instanceof String text ? text.strip().toUpperCase(Locale.ROOT) : "";
                fields.problem(
                        "phoneRegion",
                        (REGIONS.contains(upper) ? "write " + upper + ": " : "")
                                + "an ISO 3166-1 alpha-2 code such as GB is needed, or \"\" for none");
            }
        }
        DateOrder dateOrder = otherwise.dateOrder();
        if (fields.has("dateOrder")) {
            boolean none = "".equals(fields.value("dateOrder"));
            dateOrder = none ? null : fields.choice("dateOrder", DateOrder.class, null);
        }
        fields.refuseUnknown();
        return new Source(name, owner, description, trustRank, phoneRegion, dateOrder);
    }

    private void checkAttribute(String path, String attribute) {
        if (attribute.isBlank()
                || attribute.codePointCount(0, attribute.length()) > ATTRIBUTE_LENGTH_MAX
                || !Text.isClean(attribute)) {
            problem(
                    path,
                    attribute,
                    "an attribute is named by 1 to " + ATTRIBUTE_LENGTH_MAX
                            + " characters, none of them a control character");
        }
    }

    private void problem(String path, Object given, String allowed) {
        problems.add(new Problem(path, Fields.shown(given), allowed, 0));
    }
}
