package io.goldenrod.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Policy documents for tests: a plain one, random valid ones, and every way to be invalid. */
public final class PolicyDocuments {

    /** Takes the normalisers that the documents here name, and an option called {@code bad} of none. */
    public static final NormalizerCheck CHECK = (normalizer, options) -> {
        if (!Set.of("email", "phone", "code", "token", "exact", "ip").contains(normalizer)) {
            return List.of("no such normaliser");
        }
        return options.containsKey("bad") ? List.of("no such option: bad") : List.of();
    };

    /**
     * A document with one thing wrong.
     *
     * @param path where the reader must find it
     * @param says a part of what the reader must say
     * @param inSchema whether the JSON Schema can say so too; the rest are rules across fields and into values
     */
    public record Invalid(String name, Map<String, Object> document, String path, String says, boolean inSchema) {
        @Override
        public String toString() {
            return name;
        }
    }

    private PolicyDocuments() {}

    /** E-mail and phone strong, cookie weak, IP none; one veto, one source. Can be changed at every level. */
    public static Map<String, Object> plain() {
        return map(
                "name",
                "plain",
                "identifierTypes",
                map(
                        "email",
                        map("normalizer", "email", "linking", "strong", "priority", 10, "maxPerCustomer", 3),
                        "phone",
                        map("normalizer", "phone", "linking", "strong", "priority", 20),
                        "cookie",
                        map("normalizer", "token", "linking", "weak", "priority", 30, "contested", "latest"),
                        "ip",
                        map("normalizer", "ip", "linking", "none")),
                "vetoes",
                map("birthDate", map("tolerance", "typo")),
                "sources",
                map("crm", map("owner", "Sales", "trustRank", 10, "phoneRegion", "GB")));
    }

    /** The plain document after the change. */
    public static Map<String, Object> with(Consumer<Map<String, Object>> change) {
        Map<String, Object> document = plain();
        change.accept(document);
        return document;
    }

    /** The plain document with a value at a path of keys joined by slashes; maps on the way are made. */
    public static Map<String, Object> with(String path, Object value) {
        return with(document -> put(document, path, value));
    }

    @SuppressWarnings("unchecked")
    public static void put(Map<String, Object> document, String path, Object value) {
        String[] keys = path.split("/");
        Map<String, Object> map = document;
        for (int i = 0; i < keys.length - 1; i++) {
            map = (Map<String, Object>) map.computeIfAbsent(keys[i], key -> new LinkedHashMap<String, Object>());
        }
        map.put(keys[keys.length - 1], value);
    }

    public static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The same document with the keys of every map in another order. */
    public static Object shuffled(Object value, Random random) {
        if (value instanceof Map<?, ?> map) {
            var keys = new ArrayList<Object>(map.keySet());
            Collections.shuffle(keys, random);
            var shuffled = new LinkedHashMap<String, Object>();
            keys.forEach(key -> shuffled.put((String) key, shuffled(map.get(key), random)));
            return shuffled;
        }
        return value;
    }

    /** A valid document that uses every field, some left out. */
    public static Map<String, Object> random(Random random) {
        var types = new LinkedHashMap<String, Object>();
        int strong = random.nextInt(6);
        int weak = random.nextInt(4);
        int none = random.nextInt(3) + (strong + weak == 0 ? 1 : 0);
        for (int i = 0; i < strong + weak + none; i++) {
            String linking = i < strong ? "strong" : i < strong + weak ? "weak" : "none";
            types.put("type_" + i, type(linking, 1 + i * 7 + random.nextInt(7), random));
        }
        Map<String, Object> document = map("name", "random " + random.nextInt(100), "identifierTypes", types);
        var vetoes = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(3); i > 0; i--) {
            vetoes.put("veto " + i, VetoDocuments.random(random));
        }
        maybe(document, "vetoes", vetoes, random);
        Map<String, Object> attributes = map("city", rules(random), "größe", rules(random));
        Map<String, Object> survivorship = map();
        maybe(survivorship, "attributes", attributes, random);
        maybe(survivorship, "otherwise", rules(random), random);
        maybe(document, "survivorship", survivorship, random);
        maybe(document, "defaultSource", source(random), random);
        maybe(document, "sources", map("crm", source(random), "A.b-c:d_9", source(random)), random);
        maybe(document, "maxComponentLinks", 1 + random.nextInt(100_000_000), random);
        maybe(document, "matching", MatchingDocuments.random(random), random);
        return document;
    }

    private static Map<String, Object> type(String linking, int priority, Random random) {
        Map<String, Object> type =
                map("normalizer", pick(random, "email", "phone", "code", "exact"), "linking", linking);
        maybe(type, "options", map("case", pick(random, "upper", "lower"), "lengths", List.of(1, 2.5, true)), random);
        maybe(type, "blockedValues", List.of("a", "b", pick(random, "0000", "NO", "null", "1e5", "'x'\"\\")), random);
        maybe(type, "blockedPatterns", List.of(pick(random, "0+", "(\\d)\\1{3,}", "[a-z]*@.*")), random);
        if (!linking.equals("none")) {
            type.put("priority", priority);
            maybe(type, "maxPerCustomer", 1 + random.nextInt(5), random);
            if (type.containsKey("maxPerCustomer")) {
                maybe(type, "window", pick(random, "ever", "yearly", "monthly"), random);
            }
            maybe(type, "sharedAbove", random.nextInt(10_001), random);
            maybe(type, "namesAbove", random.nextInt(10_001), random);
        }
        if (linking.equals("weak")) {
            maybe(type, "contested", pick(random, "apart", "latest", "earliest"), random);
        }
        return type;
    }

    private static Object rules(Random random) {
        var rules =
                new ArrayList<>(List.of("mostRecent", "mostTrusted", "mostFrequent", "longest", "first", "min", "max"));
        Collections.shuffle(rules, random);
        int size = random.nextInt(4);
        return size == 0 ? pick(random, "union", "min") : new ArrayList<>(rules.subList(0, size));
    }

    private static Map<String, Object> source(Random random) {
        Map<String, Object> source = map();
        maybe(source, "owner", pick(random, "", "Sales", "Équipe 7"), random);
        maybe(source, "description", pick(random, "", "yes", "It's \"quoted\": #1"), random);
        maybe(source, "trustRank", 1 + random.nextInt(1_000), random);
        maybe(source, "phoneRegion", pick(random, "", "GB", "NO", "DE"), random);
        maybe(source, "dateOrder", pick(random, "", "dmy", "mdy", "ymd"), random);
        return source;
    }

    static void maybe(Map<String, Object> map, String key, Object value, Random random) {
        if (random.nextBoolean()) {
            map.put(key, value);
        }
    }

    static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static Map<String, Object> without(String key) {
        return with(document -> document.remove(key));
    }

    static Invalid schema(String path, Object value, String problemPath, String says) {
        return new Invalid(path + " = " + shortened(value), with(path, value), problemPath, says, true);
    }

    private static Invalid reader(String path, Object value, String problemPath, String says) {
        return new Invalid(path + " = " + shortened(value), with(path, value), problemPath, says, false);
    }

    static Invalid schema(String path, Object value, String says) {
        return schema(path, value, path.replace('/', '.'), says);
    }

    private static Invalid reader(String path, Object value, String says) {
        return reader(path, value, path.replace('/', '.'), says);
    }

    static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    static Map<String, Object> many(int count, Object value) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> "n" + i, i -> value, (a, b) -> a, LinkedHashMap::new));
    }

    /** What both the reader and the schema refuse. */
    public static List<Invalid> structural() {
        return Stream.of(policy(), VetoDocuments.structural(), MatchingDocuments.structural())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Invalid> policy() {
        String email = "identifierTypes/email/";
        String cookie = "identifierTypes/cookie/";
        var none = map("normalizer", "ip", "linking", "none");
        return List.of(
                new Invalid("no name", without("name"), "name", "name the policy", true),
                schema("name", "", "1 to 64 characters"),
                schema("name", "   ", "1 to 64 characters"),
                schema("name", "n".repeat(65), "1 to 64 characters"),
                schema("name", 7, "write it in quotes"),
                schema("name", null, "1 to 64 characters"),
                new Invalid("no types", without("identifierTypes"), "identifierTypes", "at least one", true),
                schema("identifierTypes", map(), "at least one"),
                schema("identifierTypes", List.of(), "a map"),
                schema("identifierTypes", null, "a map"),
                schema("identifierTypes", many(201, none), "at most 200"),
                schema("identifierTypes/Email", none, "a-z, 0-9"),
                schema("identifierTypes/record", none, "not record"),
                schema("identifierTypes/9lives", none, "first a letter"),
                schema("identifierTypes/e-mail", none, "a-z, 0-9"),
                schema("identifierTypes/" + "t".repeat(65), none, "1 to 64"),
                schema("identifierTypes/ip", "none", "a map"),
                schema("identifierTypes/ip", map("linking", "none"), "identifierTypes.ip.normalizer", "normaliser"),
                schema("identifierTypes/ip", map("normalizer", "ip"), "identifierTypes.ip.linking", "strong, weak"),
                schema(email + "normalizer", "emial", "no such normaliser"),
                schema(email + "normalizer", List.of("email"), "a text"),
                schema(email + "options", "fast", "a map"),
                schema(email + "options", many(51, 1), "at most 50"),
                schema(email + "options", map("a", null), "identifierTypes.email.options.a", "a text, number"),
                schema(email + "linking", "srtong", "did you mean \"strong\"?"),
                schema(email + "linking", "STRONG", "did you mean \"strong\"?"),
                schema(email + "linking", true, "allowed: strong, weak, none"),
                schema(email + "priority", 0, "1 to 999"),
                schema(email + "priority", 1_000, "1 to 999"),
                schema(email + "priority", "10", "1 to 999"),
                schema(email + "priority", 1.5, "1 to 999"),
                schema(
                        "identifierTypes/x",
                        map("normalizer", "code", "linking", "weak"),
                        "identifierTypes.x.priority",
                        "1 to 999"),
                schema(email + "maxPerCustomer", "many", "0 to 10000"),
                schema(email + "maxPerCustomer", -1, "0 to 10000"),
                schema(email + "maxPerCustomer", 10_001, "0 to 10000"),
                schema(email + "maxPerCustomer", 99_999_999_999L, "0 to 10000"),
                schema(email + "window", "weekly", "ever, yearly, monthly"),
                schema("identifierTypes/phone/window", "ever", "maxPerCustomer"),
                schema(
                        "identifierTypes/phone",
                        map(
                                "normalizer",
                                "phone",
                                "linking",
                                "strong",
                                "priority",
                                20,
                                "maxPerCustomer",
                                0,
                                "window",
                                "yearly"),
                        "identifierTypes.phone.window",
                        "above 0"),
                schema(email + "sharedAbove", -1, "0 to 10000"),
                schema(email + "namesAbove", "8", "0 to 10000"),
                schema(email + "contested", "apart", "weak only"),
                schema("identifierTypes/ip/contested", "apart", "weak only"),
                schema(cookie + "contested", "newest", "apart, latest, earliest"),
                schema("identifierTypes/ip/priority", 40, "linking: none"),
                schema("identifierTypes/ip/maxPerCustomer", 1, "linking: none"),
                schema("identifierTypes/ip/sharedAbove", 1, "linking: none"),
                schema("identifierTypes/ip/namesAbove", 1, "linking: none"),
                schema(email + "blockedValues", "a@a.com", "a list"),
                schema(email + "blockedValues", Collections.nCopies(10_001, "a"), "at most 10000"),
                schema(
                        email + "blockedValues",
                        List.of("ok", ""),
                        "identifierTypes.email.blockedValues[1]",
                        "1 to 1024"),
                schema(email + "blockedValues", List.of(0), "identifierTypes.email.blockedValues[0]", "in quotes"),
                schema(
                        email + "blockedValues",
                        List.of("v".repeat(1_025)),
                        "identifierTypes.email.blockedValues[0]",
                        "1024"),
                schema(email + "blockedPatterns", Collections.nCopies(101, "a"), "at most 100"),
                schema(
                        email + "blockedPatterns",
                        List.of("p".repeat(201)),
                        "identifierTypes.email.blockedPatterns[0]",
                        "200"),
                schema(email + "maxPerCustomers", 3, "did you mean \"maxPerCustomer\"?"),
                schema("identifierType", map(), "did you mean \"identifierTypes\"?"),
                schema("extend", "default", "unknown"),
                schema("survivorship", "mostRecent", "a map"),
                schema("survivorship/otherwise", List.of(), "1 to 8"),
                schema("survivorship/otherwise", "newest", "mostRecent, mostTrusted"),
                schema("survivorship/otherwise", "mostrecent", "did you mean \"mostRecent\"?"),
                schema("survivorship/otherwise", null, "mostRecent"),
                schema(
                        "survivorship/attributes/city",
                        List.of("min", "most"),
                        "survivorship.attributes.city[1]",
                        "mostRecent"),
                schema(
                        "survivorship/attributes/city",
                        List.of("min", "min"),
                        "survivorship.attributes.city[1]",
                        "once"),
                schema("survivorship/attributes/city", List.of("union", "min"), "stands alone"),
                schema("survivorship/attributes", many(1_001, "min"), "at most 1000"),
                schema("survivorship/attribute", map(), "did you mean \"attributes\"?"),
                schema("sources/a b", map(), "letters, digits"),
                schema("sources/.crm", map(), "letter or digit"),
                schema("sources/" + "s".repeat(65), map(), "1 to 64"),
                schema("sources", many(10_001, map()), "at most 10000"),
                schema("sources/crm", "Sales", "a map"),
                schema("sources/crm/owner", "o".repeat(201), "0 to 200"),
                schema("sources/crm/description", 5, "in quotes"),
                schema("sources/crm/trustRank", 0, "1 to 1000"),
                schema("sources/crm/trustRank", 1_001, "1 to 1000"),
                schema("sources/crm/phoneRegion", "gb", "write GB"),
                schema("sources/crm/phoneRegion", "GBR", "ISO 3166-1"),
                schema("sources/crm/phoneRegion", false, "ISO 3166-1"),
                schema("sources/crm/dateOrder", "dym", "allowed: dmy, mdy, ymd"),
                schema("sources/crm/dateOrder", 5, "allowed: dmy, mdy, ymd"),
                schema("sources/crm/phoneregion", "GB", "did you mean \"phoneRegion\"?"),
                schema("defaultSource/trustRank", "high", "1 to 1000"),
                schema("defaultSource/name", "x", "unknown"),
                schema("maxComponentLinks", 0, "1 to 100000000"),
                schema("maxComponentLinks", 100_000_001, "1 to 100000000"));
    }

    /**
     * What the reader alone refuses: rules between types, what lies within a text, and JSON Schema's idea of a whole
     * number, which takes 3.0 for one.
     */
    public static List<Invalid> beyondSchema() {
        return Stream.concat(policyBeyondSchema().stream(), MatchingDocuments.beyondSchema().stream())
                .toList();
    }

    private static List<Invalid> policyBeyondSchema() {
        String email = "identifierTypes/email/";
        return List.of(
                reader(email + "priority", 20, "identifierTypes.phone.priority", "email has this one"),
                reader("identifierTypes/cookie/priority", 15, "above 20, that of phone"),
                reader(email + "options", map("bad", 1), "no such option"),
                reader(
                        email + "options",
                        map("a", List.of(map("b", Double.NaN))),
                        "identifierTypes.email.options.a",
                        "a text"),
                reader(email + "maxPerCustomer", 3.0, "0 to 10000"),
                reader(
                        email + "blockedValues",
                        List.of("a\u0000"),
                        "identifierTypes.email.blockedValues[0]",
                        "control"),
                reader(
                        email + "blockedPatterns",
                        List.of("ok", "(a"),
                        "identifierTypes.email.blockedPatterns[1]",
                        "Unclosed"),
                reader(
                        email + "blockedPatterns",
                        List.of("(a+)+"),
                        "identifierTypes.email.blockedPatterns[0]",
                        "too many ways"),
                reader("sources/crm/phoneRegion", "ZZ", "ISO 3166-1"),
                reader("sources/crm/owner", "a\u0007b", "control"),
                reader("vetoes/a\tb", map(), "control"));
    }
}
