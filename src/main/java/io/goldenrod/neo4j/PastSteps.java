package io.goldenrod.neo4j;

import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.PastHolds;
import io.goldenrod.neo4j.SurroundingsReader.Carried;
import io.goldenrod.neo4j.SurroundingsReader.Matched;
import io.goldenrod.neo4j.SurroundingsReader.Owned;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** A customer's surroundings as they were. Of matches between records the past is not kept. */
final class PastSteps implements SurroundingsReader.Steps {

    private final PastReader past;
    private final Policy policy;

    PastSteps(PastReader past, Policy policy) {
        this.past = past;
        this.policy = policy;
    }

    /** What a record said: when, and which identifiers. */
    private record Said(Instant at, List<String> identifiers) {}

    @Override
    public List<Owned> members(String customer, int limit) {
        return past.members(customer).stream()
                .filter(member -> member.startsWith(Decision.MEMBER_RECORD))
                .map(member -> member.substring(Decision.MEMBER_RECORD.length()))
                .limit(limit)
                .map(record -> new Owned(record, customer))
                .toList();
    }

    @Override
    public List<Carried> links(List<String> records, int limit) {
        SortedMap<String, Said> said = past.contents(
                records,
                true,
                false,
                row -> new Said(StoredValues.instant(row.value("observedAt")), row.texts("identifiers")));
        Set<String> identifiers = new TreeSet<>();
        said.values().forEach(each -> identifiers.addAll(each.identifiers));
        Map<String, String> owners = past.owners(identifiers);
        PastHolds holds = past.holds(identifiers);
        List<Carried> links = new ArrayList<>();
        said.forEach((record, content) -> content.identifiers.stream().sorted().forEach(key -> {
            Decision held = holds.held(record, key);
            links.add(new Carried(
                    record,
                    key,
                    owners.get(key),
                    owners.containsKey(key) ? null : PastIdentifiers.suppressed(Identifier.parse(key), holds, policy),
                    content.at,
                    held == null ? null : held.constraint(),
                    held == null ? null : held.detail()));
        }));
        return links.subList(0, Math.min(limit, links.size()));
    }

    @Override
    public List<Owned> carriers(List<String> identifiers, int limit, int each) {
        Collection<Set<String>> carriers = past.carriers(identifiers, each).values();
        List<String> some = carriers.stream()
                .flatMap(found -> found.stream().limit(each))
                .distinct()
                .limit(limit)
                .toList();
        Map<String, String> owners = past.owners(
                some.stream().map(key -> Decision.MEMBER_RECORD + key).toList());
        return some.stream()
                .map(key -> new Owned(key, owners.get(Decision.MEMBER_RECORD + key)))
                .toList();
    }

    @Override
    public List<Matched> matches(List<String> records, int limit) {
        return List.of();
    }
}
