package io.goldenrod.quality;

import io.goldenrod.identity.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Customers as found against true entities: how many records of each entity each customer holds. Records without a
 * known truth are left out and counted.
 */
public final class Contingency {

    /** How many members of a wrong customer or a split entity are shown. */
    private static final int MEMBERS_SHOWN_MAX = 20;

    private final List<Map<String, List<RecordKey>>> entitiesByCustomer = new ArrayList<>();
    private final Map<String, List<List<RecordKey>>> piecesByEntity = new TreeMap<>();
    private final long records;
    private final long unlabelled;

    /**
     * One wrong customer or one split entity.
     *
     * @param wrongPairs pairs that should not be together, or should be and are not
     * @param parts the records, by entity or by customer, at most twenty in all
     */
    public record Mistake(long wrongPairs, List<List<RecordKey>> parts) {}

    /**
     * @param customers each record in exactly one
     * @param entityOf the true entity of a record, null when not known
     */
    public Contingency(Collection<? extends Collection<RecordKey>> customers, Function<RecordKey, String> entityOf) {
        long labelled = 0;
        long all = 0;
        for (Collection<RecordKey> customer : customers) {
            Map<String, List<RecordKey>> byEntity = new LinkedHashMap<>();
            for (RecordKey record : customer) {
                String entity = entityOf.apply(record);
                all++;
                if (entity != null) {
                    byEntity.computeIfAbsent(entity, key -> new ArrayList<>()).add(record);
                    labelled++;
                }
            }
            if (!byEntity.isEmpty()) {
                entitiesByCustomer.add(byEntity);
                byEntity.forEach((entity, piece) -> piecesByEntity
                        .computeIfAbsent(entity, key -> new ArrayList<>())
                        .add(piece));
            }
        }
        records = labelled;
        unlabelled = all - labelled;
    }

    /** Records with a known truth. */
    public long records() {
        return records;
    }

    /** Records without a known truth. */
    public long unlabelled() {
        return unlabelled;
    }

    /** True entities among the records. */
    public long entities() {
        return piecesByEntity.size();
    }

    /** Records of the largest true entity; 0 when there is none. */
    public long largestEntity() {
        return entitySizes().max().orElse(0);
    }

    /** How many customers have how many labelled records. */
    Map<Long, Long> customersBySize() {
        return bySize(customerSizes());
    }

    /** How many true entities have how many records. */
    Map<Long, Long> entitiesBySize() {
        return bySize(entitySizes());
    }

    private static Map<Long, Long> bySize(LongStream sizes) {
        return sizes.boxed().collect(Collectors.groupingBy(size -> size, TreeMap::new, Collectors.counting()));
    }

    /** Of all pairs of records. */
    public PairwiseQuality pairwise() {
        return new PairwiseQuality(
                customerSizes().map(Contingency::pairs).sum(),
                entitySizes().map(Contingency::pairs).sum(),
                cells().map(Contingency::pairs).sum());
    }

    /** Of all records. */
    public BCubed bCubed() {
        double precision = 0;
        for (Map<String, List<RecordKey>> customer : entitiesByCustomer) {
            precision += share(sizes(customer.values()));
        }
        double recall = 0;
        for (List<List<RecordKey>> entity : piecesByEntity.values()) {
            recall += share(sizes(entity));
        }
        return new BCubed(records == 0 ? 1 : precision / records, records == 0 ? 1 : recall / records, records);
    }

    /** The sum over a group's records of the share of the group that belongs with the record. */
    private static double share(long[] parts) {
        long total = LongStream.of(parts).sum();
        double sum = 0;
        for (long part : parts) {
            sum += (double) part * part / total;
        }
        return sum;
    }

    /** The customers with the most wrong pairs, worst first, their records by entity. */
    public List<Mistake> falseMerges(int limit) {
        return worst(entitiesByCustomer.stream().map(Map::values).toList(), limit);
    }

    /** The true entities with the most missing pairs, worst first, their records by customer. */
    public List<Mistake> misses(int limit) {
        return worst(piecesByEntity.values(), limit);
    }

    private static List<Mistake> worst(Collection<? extends Collection<List<RecordKey>>> groups, int limit) {
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(group -> new Mistake(wrongPairs(sizes(group)), shown(group)))
                .sorted(Comparator.comparingLong(Mistake::wrongPairs)
                        .reversed()
                        .thenComparing(mistake -> mistake.parts().get(0).get(0)))
                .limit(limit)
                .toList();
    }

    private static List<List<RecordKey>> shown(Collection<List<RecordKey>> group) {
        var shown = new ArrayList<List<RecordKey>>();
        int left = MEMBERS_SHOWN_MAX;
        List<List<RecordKey>> largestFirst = group.stream()
                .map(part -> part.stream().sorted().toList())
                .sorted(Comparator.<List<RecordKey>>comparingInt(List::size)
                        .reversed()
                        .thenComparing(part -> part.get(0)))
                .toList();
        for (int i = 0; i < largestFirst.size() && left > 0; i++) {
            List<RecordKey> part = largestFirst.get(i);
            // The parts behind keep a place each, or the largest would hide what it was mixed with.
            int places = Math.max(1, left - (largestFirst.size() - i - 1));
            List<RecordKey> cut = part.subList(0, Math.min(part.size(), places));
            shown.add(cut);
            left -= cut.size();
        }
        return shown;
    }

    private static long wrongPairs(long[] parts) {
        return pairs(LongStream.of(parts).sum())
                - LongStream.of(parts).map(Contingency::pairs).sum();
    }

    private static long[] sizes(Collection<List<RecordKey>> parts) {
        return parts.stream().mapToLong(List::size).toArray();
    }

    private LongStream customerSizes() {
        return entitiesByCustomer.stream()
                .mapToLong(customer -> LongStream.of(sizes(customer.values())).sum());
    }

    private LongStream entitySizes() {
        return piecesByEntity.values().stream()
                .mapToLong(entity -> LongStream.of(sizes(entity)).sum());
    }

    private LongStream cells() {
        return entitiesByCustomer.stream().flatMapToLong(customer -> LongStream.of(sizes(customer.values())));
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }
}
