package io.goldenrod.testkit;

import io.goldenrod.golden.Pin;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which pins are in force, by definition: of each attribute the last one, and of equal times the greater record's. */
record ExpectedPins(Map<RecordKey, SortedMap<String, Pin>> byRecord) {

    SortedMap<String, Pin> inForce(Set<String> members) {
        List<Map.Entry<String, Pin>> inOrder = byRecord.entrySet().stream()
                .filter(entry -> members.contains(Decision.member(entry.getKey())))
                .flatMap(entry -> entry.getValue().entrySet().stream())
                .sorted(Comparator.comparing((Map.Entry<String, Pin> entry) ->
                                entry.getValue().at())
                        .thenComparing(entry -> entry.getValue().record()))
                .toList();
        SortedMap<String, Pin> last = new TreeMap<>();
        inOrder.forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }
}
