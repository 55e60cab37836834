package io.goldenrod.bulk;

import io.goldenrod.partition.Rules;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Veto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a policy says of identifier types and vetoes, by number. */
final class Types {

    final Policy policy;
    final Rules rules;
    final boolean[] strong;
    final boolean[] weak;

    /** Distinct values that a customer may hold; 0 for no limit. */
    final int[] valuesMax;

    final int[] sharedAbove;
    final int[] namesAbove;

    /** Whether any type looks at names. */
    final boolean readsNames;

    private final List<IdentifierType> types;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String[] vetoes;

    Types(Policy policy) {
        this.policy = policy;
        this.rules = new Rules(policy);
        types = List.copyOf(policy.types());
        int count = types.size();
        strong = new boolean[count];
        weak = new boolean[count];
        valuesMax = new int[count];
        sharedAbove = new int[count];
        namesAbove = new int[count];
        boolean names = false;
        for (int i = 0; i < count; i++) {
            IdentifierType type = types.get(i);
            numbers.put(type.name(), i);
            strong[i] = type.linking() == Linking.STRONG;
            weak[i] = type.linking() == Linking.WEAK;
            valuesMax[i] = type.maxPerCustomer();
            sharedAbove[i] = type.sharedAbove() == 0 ? Integer.MAX_VALUE - 1 : type.sharedAbove();
            namesAbove[i] = type.namesAbove() == 0 ? Integer.MAX_VALUE - 1 : type.namesAbove();
            names |= type.namesAbove() > 0;
        }
        readsNames = names;
        vetoes = policy.vetoes().stream().map(Veto::name).distinct().toArray(String[]::new);
    }

    int size() {
        return types.size();
    }

    IdentifierType type(int number) {
        return types.get(number);
    }

    int number(String name) {
        return numbers.get(name);
    }

    /** Names of the vetoes, each once. */
    String[] vetoes() {
        return vetoes;
    }
}
