package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records resolved all at once, in memory and without a store: what the service would come to after all of them, in
 * whatever order. Holds the records and about 1 KiB for each of them.
 */
public final class WholeResolution {

    private WholeResolution() {}

    /**
     * @param records each key once
     * @return the customers, each record in exactly one
     */
    public static List<List<RecordKey>> customers(Collection<SourceRecord> records, Policy policy) {
        Sharing sharing = new Sharing(policy);
        Map<Identifier, StoredIdentifier> identifiers = new HashMap<>();
        List<Member> members = new ArrayList<>(records.size());
        List<StoredLink> links = new ArrayList<>();
        for (SourceRecord record : records) {
            members.add(new Member(record, members.size(), null));
            for (Identifier identifier : record.identifiers()) {
                StoredIdentifier before = identifiers.getOrDefault(identifier, StoredIdentifier.absent(identifier));
                var companions = sharing.with(identifier, before.companions(), sharing.companions(identifier, record));
                identifiers.put(identifier, before.observedBy(record, companions, null));
                links.add(new StoredLink(record.key(), identifier, record.observedAt(), null, null));
            }
        }
        identifiers.replaceAll(
                (identifier, state) -> state.withSuppressed(sharing.verdict(identifier, state.companions())));
        return Clustering.of(members, identifiers, links, new Rules(policy)).recordsInOrder();
    }
}
