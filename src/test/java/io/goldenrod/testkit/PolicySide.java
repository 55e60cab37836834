package io.goldenrod.testkit;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import io.goldenrod.policy.Survivorship;
import io.goldenrod.policy.Survivorship.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A policy, and how it reads what records say.
 *
 * @param folds whether it takes some values for the same that others do not
 */
public record PolicySide(Policy policy, Matcher matcher, boolean folds) {

    /** Of a history, with something more that policies may differ in. */
    public static PolicySide of(History history, Chance chance) {
        return new PolicySide(altered(history.policy(), chance), history.matcher(), chance.percent(40));
    }

    /** What a normaliser makes of it. */
    public SourceRecord read(SourceRecord said) {
        Set<Identifier> identifiers = new TreeSet<>();
        for (Identifier each : said.identifiers()) {
            if (policy.type(each.type()) != null) {
                boolean folded = folds && Set.of("email", "device").contains(each.type());
                identifiers.add(folded ? new Identifier(each.type(), folded(each.value())) : each);
            }
        }
        var attributes = new TreeMap<>(said.attributes());
        attributes.computeIfPresent("city", (name, city) -> folds ? new AttributeValue("Rome", "rome") : city);
        return new SourceRecord(
                said.key(),
                said.observedAt(),
                List.copyOf(identifiers),
                identifiers.stream().filter(policy::denies).collect(Collectors.toSet()),
                attributes,
                said.names(),
                said.consent(),
                said.fingerprint());
    }

    private static String folded(String value) {
        int number = Integer.parseInt(value.substring(1));
        return value.substring(0, 1) + (number + 1) / 2;
    }

    /** The same with other rules here and there. */
    public PolicySide altered(Chance chance) {
        return new PolicySide(altered(policy, chance), matcher, folds);
    }

    /** With types that do not link, or are not known, and other rules for profiles. */
    private static Policy altered(Policy policy, Chance chance) {
        Map<String, IdentifierType> types = new LinkedHashMap<>(policy.identifierTypes());
        for (String name : List.of("phone", "device", "cookie")) {
            if (chance.percent(15)) {
                types.remove(name);
            } else if (chance.percent(15)) {
                types.computeIfPresent(name, (absent, type) -> unlinked(type));
            }
        }
        Map<String, List<Rule>> rules = new TreeMap<>(policy.survivorship().rules());
        Map<String, Source> sources = new TreeMap<>(policy.sources());
        if (chance.percent(30)) {
            rules.put("city", List.of(Rule.FIRST));
            rules.put("tier", List.of(Rule.MOST_RECENT));
            sources.put("crm", new Source("crm", "", "", 3, ""));
        }
        return new Policy(
                policy.name(),
                types,
                policy.vetoes(),
                new Survivorship(rules, policy.survivorship().otherwise()),
                sources,
                policy.defaultSource(),
                policy.maxComponentLinks(),
                policy.matching(),
                policy.hash());
    }

    private static IdentifierType unlinked(IdentifierType type) {
        return new IdentifierType(
                type.name(),
                type.normalizer(),
                type.options(),
                0,
                Linking.NONE,
                0,
                type.window(),
                0,
                type.contested(),
                0,
                type.blockedValues(),
                type.blockedPatterns());
    }
}
