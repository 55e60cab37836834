package io.goldenrod.testkit;

import io.goldenrod.policy.Contested;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import io.goldenrod.policy.Survivorship;
import io.goldenrod.policy.Veto;
import io.goldenrod.policy.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Builds small policies. Immutable: each call gives a new one. Types are in link order as written, unless a priority is
 * given; strong types start at 10, weak ones at 600, in steps of 10.
 */
public final class Policies {

    public static final int COMPONENT_LINKS_MAX = 1_000_000;

    private final List<IdentifierType> types;
    private final List<Veto> vetoes;
    private final int componentLinksMax;
    private final Matching.Chain chain;

    private Policies(List<IdentifierType> types, List<Veto> vetoes, int componentLinksMax, Matching.Chain chain) {
        this.types = List.copyOf(types);
        this.vetoes = List.copyOf(vetoes);
        this.componentLinksMax = componentLinksMax;
        this.chain = chain;
    }

    public static Policies empty() {
        return new Policies(List.of(), List.of(), COMPONENT_LINKS_MAX, null);
    }

    /** Something of everything: limits for ever and in windows, each kind of weak type, vetoes strict and tolerant. */
    public static Policies customers() {
        return empty().strong("crm_id", 1, Window.EVER)
                .strong("loyalty_id", 0, Window.EVER)
                .strong("email", 2, Window.EVER)
                .strong("phone", 2, Window.YEARLY)
                .strong("account_id", 1, Window.MONTHLY)
                .weak("device", 0, Contested.APART)
                .weak("cookie", 0, Contested.LATEST)
                .weak("kiosk", 0, Contested.EARLIEST)
                .none("ip")
                .veto("birthDate", Veto.Tolerance.TYPO)
                .veto("country", Veto.Tolerance.NONE);
    }

    /** A strong type; {@code max} 0 for no limit. */
    public Policies strong(String name, int max, Window window) {
        return type(name, Linking.STRONG, 10 * (types.size() + 1), max, window, Contested.APART);
    }

    /** A weak type; {@code max} 0 for no limit. */
    public Policies weak(String name, int max, Contested contested) {
        return type(name, Linking.WEAK, 600 + 10 * types.size(), max, Window.EVER, contested);
    }

    /** A type that does not link. */
    public Policies none(String name) {
        return type(name, Linking.NONE, 0, 0, Window.EVER, Contested.APART);
    }

    public Policies type(String name, Linking linking, int priority, int max, Window window, Contested contested) {
        List<IdentifierType> more = new ArrayList<>(types);
        more.removeIf(type -> type.name().equals(name));
        more.add(new IdentifierType(
                name, "text", Map.of(), priority, linking, max, window, 0, contested, 0, Set.of(), List.of()));
        return new Policies(more, vetoes, componentLinksMax, chain);
    }

    /** The same, but a value of the type stops linking beyond so many companions or names; 0 for never. */
    public Policies shared(String typeName, int sharedAbove, int namesAbove) {
        return replace(
                typeName,
                type -> new IdentifierType(
                        type.name(),
                        type.normalizer(),
                        type.options(),
                        type.priority(),
                        type.linking(),
                        type.maxPerCustomer(),
                        type.window(),
                        sharedAbove,
                        type.contested(),
                        namesAbove,
                        type.blockedValues(),
                        type.blockedPatterns()));
    }

    /** The same, but these values of the type are on the deny list. */
    public Policies blocked(String typeName, String... values) {
        return replace(
                typeName,
                type -> new IdentifierType(
                        type.name(),
                        type.normalizer(),
                        type.options(),
                        type.priority(),
                        type.linking(),
                        type.maxPerCustomer(),
                        type.window(),
                        type.sharedAbove(),
                        type.contested(),
                        type.namesAbove(),
                        Set.of(values),
                        type.blockedPatterns()));
    }

    private Policies replace(String typeName, UnaryOperator<IdentifierType> change) {
        List<IdentifierType> changed = types.stream()
                .map(type -> type.name().equals(typeName) ? change.apply(type) : type)
                .toList();
        return new Policies(changed, vetoes, componentLinksMax, chain);
    }

    public Policies veto(String attribute, Veto.Tolerance tolerance) {
        List<Veto> more = new ArrayList<>(vetoes);
        more.add(new Veto(attribute, tolerance));
        return new Policies(types, more, componentLinksMax, chain);
    }

    /** Records of other birth dates and clearly different given names are kept apart. */
    public Policies personVeto() {
        List<Veto> more = new ArrayList<>(vetoes);
        more.add(new Veto(
                "person",
                List.of(
                        new Veto.Part("birthDate", Veto.Tolerance.TYPO),
                        new Veto.Part("givenName", Veto.Tolerance.NAME))));
        return new Policies(types, more, componentLinksMax, chain);
    }

    public Policies componentLinksMax(int max) {
        return new Policies(types, vetoes, max, chain);
    }

    /** The same, but matched links are guarded against chains. */
    public Policies chain(double weightMin, int sampleMax) {
        return new Policies(types, vetoes, componentLinksMax, new Matching.Chain(weightMin, sampleMax));
    }

    public Policy build() {
        Map<String, IdentifierType> byName = new LinkedHashMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        return new Policy(
                "test",
                byName,
                vetoes,
                new Survivorship(Map.of(), List.of(Survivorship.Rule.MOST_RECENT)),
                Map.of(),
                new Source("other", "", "", 500, ""),
                componentLinksMax,
                chain == null ? null : new Matching("test", "0".repeat(64), 0.5, 0.5, List.of(), 100, chain),
                "0".repeat(64));
    }

    /** Policies with one feature less. */
    Stream<Policies> smaller() {
        Stream<Policies> anySize = componentLinksMax == COMPONENT_LINKS_MAX
                ? Stream.empty()
                : Stream.of(componentLinksMax(COMPONENT_LINKS_MAX));
        Stream<Policies> unguarded =
                chain == null ? Stream.empty() : Stream.of(new Policies(types, vetoes, componentLinksMax, null));
        Stream<Policies> lessVetoes = IntStream.range(0, vetoes.size()).mapToObj(i -> {
            List<Veto> fewer = new ArrayList<>(vetoes);
            fewer.remove(i);
            return new Policies(types, fewer, componentLinksMax, chain);
        });
        return Stream.of(anySize, unguarded, lessVetoes, types.stream().flatMap(this::simpler))
                .flatMap(each -> each);
    }

    private Stream<Policies> simpler(IdentifierType type) {
        Stream.Builder<Policies> simpler = Stream.builder();
        if (type.maxPerCustomer() != 0) {
            simpler.add(with(type, 0, Window.EVER, type.contested()));
            if (type.window() != Window.EVER) {
                simpler.add(with(type, type.maxPerCustomer(), Window.EVER, type.contested()));
            }
        }
        if (type.contested() != Contested.APART) {
            simpler.add(with(type, type.maxPerCustomer(), type.window(), Contested.APART));
        }
        if (type.sharedAbove() != 0) {
            simpler.add(shared(type.name(), 0, type.namesAbove()));
        }
        if (type.namesAbove() != 0) {
            simpler.add(shared(type.name(), type.sharedAbove(), 0));
        }
        return simpler.build();
    }

    private Policies with(IdentifierType type, int max, Window window, Contested contested) {
        List<IdentifierType> changed = new ArrayList<>();
        for (IdentifierType each : types) {
            changed.add(
                    each != type
                            ? each
                            : new IdentifierType(
                                    each.name(),
                                    each.normalizer(),
                                    each.options(),
                                    each.priority(),
                                    each.linking(),
                                    max,
                                    window,
                                    each.sharedAbove(),
                                    contested,
                                    each.namesAbove(),
                                    each.blockedValues(),
                                    each.blockedPatterns()));
        }
        return new Policies(changed, vetoes, componentLinksMax, chain);
    }

    @Override
    public String toString() {
        String typeLines = types.stream()
                .map(type -> "type %s %s %d %s %s shared %d names %d blocked %s"
                        .formatted(
                                type.name(),
                                type.linking(),
                                type.maxPerCustomer(),
                                type.window(),
                                type.contested(),
                                type.sharedAbove(),
                                type.namesAbove(),
                                type.blockedValues())
                        .toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("\n"));
        return typeLines + "\n" + vetoes + "\nlinks at most " + componentLinksMax + "\n" + chain;
    }
}
