package io.goldenrod.load;

import io.goldenrod.graph.PairChanges.PairWrite;
import io.goldenrod.graph.StoredPair.Kind;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who belongs to whom, as long as nothing more is written. */
final class LoadIndex {

    private final Map<String, List<RecordKey>> recordsOf = new HashMap<>();
    private final Map<String, List<Identifier>> identifiersOf = new HashMap<>();
    private final Map<Identifier, List<RecordKey>> carriersOf = new HashMap<>();
    private final Map<RecordKey, List<PairWrite>> matchesOf = new HashMap<>();

    LoadIndex(LoadedGraph graph) {
        graph.records.forEach((key, loaded) -> {
            add(recordsOf, loaded.write().customer(), key);
            loaded.write().record().identifiers().forEach(identifier -> add(carriersOf, identifier, key));
        });
        graph.identifiers.forEach((identifier, state) -> add(identifiersOf, state.customer(), identifier));
        graph.pairs
                .values()
                .forEach(pairs -> pairs.forEach(pair -> {
                    if (pair.kind() == Kind.MATCHED) {
                        add(matchesOf, pair.left(), pair);
                        add(matchesOf, pair.right(), pair);
                    }
                }));
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        if (key != null) {
            lists.computeIfAbsent(key, absent -> new ArrayList<>(4)).add(value);
        }
    }

    List<RecordKey> records(String customer) {
        return recordsOf.getOrDefault(customer, List.of());
    }

    List<Identifier> identifiers(String customer) {
        return identifiersOf.getOrDefault(customer, List.of());
    }

    List<RecordKey> carriers(Identifier identifier) {
        return carriersOf.getOrDefault(identifier, List.of());
    }

    List<PairWrite> matches(RecordKey record) {
        return matchesOf.getOrDefault(record, List.of());
    }
}
