package io.goldenrod.revision;

import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.AssertionReads.Entry;
import io.goldenrod.graph.Page;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stewards said and did not take back, about half a KiB each. It stands whatever the policy. */
final class Spoken {

    private static final int ASSERTIONS_MAX = 500_000;

    private final List<StoredAssertion> all = new ArrayList<>();
    private final Map<String, List<StoredAssertion>> byMember = new HashMap<>();

    static Spoken read(AssertionReads assertions) {
        Spoken spoken = new Spoken();
        String after = "";
        while (after != null) {
            Page<Entry> page = assertions.list(true, null, after, Page.ITEMS_MAX);
            page.items().forEach(entry -> spoken.add(entry.assertion()));
            after = page.next();
            if (spoken.all.size() > ASSERTIONS_MAX) {
                throw new SimulationTooLarge("there are more than " + ASSERTIONS_MAX + " assertions in force");
            }
        }
        return spoken;
    }

    private void add(StoredAssertion assertion) {
        all.add(assertion);
        byMember.computeIfAbsent(assertion.left(), absent -> new ArrayList<>()).add(assertion);
        byMember.computeIfAbsent(assertion.right(), absent -> new ArrayList<>()).add(assertion);
    }

    /** Pairs of records that hang together because someone said that they, or what they carry, is the same. */
    List<int[]> sameRecords(Census census) {
        List<int[]> pairs = new ArrayList<>();
        for (StoredAssertion each : all) {
            int left = record(each.left(), census);
            int right = record(each.right(), census);
            if (each.kind() == Kind.SAME && left >= 0 && right >= 0) {
                pairs.add(new int[] {left, right});
            }
        }
        return pairs;
    }

    /** The record, or one that carries the identifier; negative when there is none or it does not link. */
    private static int record(String member, Census census) {
        if (Decision.recordOf(member) != null) {
            return census.records.find(Decision.recordOf(member).toString());
        }
        int identifier = census.identifiers.find(member);
        return identifier < 0 || !census.links(identifier) ? -1 : census.firstCarrier.get(identifier);
    }

    /** What was said of these records and what they carry. */
    Collection<StoredAssertion> of(Collection<SourceRecord> records) {
        if (all.isEmpty()) {
            return List.of();
        }
        Set<StoredAssertion> found = new LinkedHashSet<>();
        for (SourceRecord record : records) {
            found.addAll(byMember.getOrDefault(Decision.member(record.key()), List.of()));
            for (Identifier identifier : record.identifiers()) {
                found.addAll(byMember.getOrDefault(identifier.key(), List.of()));
            }
        }
        return found;
    }
}
