package io.goldenrod.golden;

import io.goldenrod.identity.RecordKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Golden customer IDs: minted from the record that founds a customer, kept for ever.
 *
 * <p>An ID is {@code C} and 26 characters of Crockford's base 32: the 128 bits of a name-based UUID (RFC 9562, version
 * 8, over SHA-256), so the same record founds the same ID in every replay.
 */
public final class CustomerIds {

    /** {@code C} and 26 characters. */
    public static final int LENGTH = 27;

    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private CustomerIds() {}

    /**
     * An ID that was given out, with the record whose customer it first was.
     *
     * @param id the ID
     * @param founder the founding record, or the one that took its place when the founder was deleted
     * @param founderSeq the founding record's place in the order of ingest: a record that was deleted and comes again
     *     has another
     * @param foundedSeq when the ID was given out, on the same scale: smaller is older
     */
    public record Issued(String id, RecordKey founder, long founderSeq, long foundedSeq) {

        static final Comparator<Issued> OLDEST_FIRST =
                Comparator.comparingLong(Issued::foundedSeq).thenComparing(Issued::id);
    }

    /**
     * What a cluster is called.
     *
     * @param id its ID
     * @param former IDs of other customers that are part of it now, oldest first
     * @param minted whether the ID is new
     */
    public record Named(String id, List<Issued> former, boolean minted) {}

    /** The {@code series}-th ID (from 0) that the record can found. */
    public static String mint(RecordKey founder, int series) {
        byte[] name = ("goldenrod/customer/" + series + "/" + founder).getBytes(StandardCharsets.UTF_8);
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        hash[6] = (byte) (hash[6] & 0x0f | 0x80);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        char[] id = new char[LENGTH];
        id[0] = 'C';
        int bits = 2; // 130 bits in 26 characters: two zero bits lead
        int buffer = 0;
        int next = 0;
        for (int i = 1; i < LENGTH; i++) {
            while (bits < 5) {
                buffer = buffer << 8 | hash[next++] & 0xff;
                bits += 8;
            }
            bits -= 5;
            id[i] = CROCKFORD[buffer >>> bits & 31];
            buffer &= (1 << bits) - 1;
        }
        return new String(id);
    }

    /** The first ID of the record's series that is not taken. */
    public static String mintFree(RecordKey founder, Predicate<String> taken) {
        int series = 0;
        String id = mint(founder, series);
        while (taken.test(id)) {
            id = mint(founder, ++series);
        }
        return id;
    }

    /** Whether the text has the form of a customer ID. */
    public static boolean isCustomerId(String text) {
        if (text.length() != LENGTH || text.charAt(0) != 'C') {
            return false;
        }
        for (int i = 1; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z' && c != 'I' && c != 'L' && c != 'O' && c != 'U';
            if (!digit && !letter) {
                return false;
            }
        }
        return true;
    }

    /**
     * Names clusters: each takes the oldest ID whose founder it holds, so that the part of a split that holds the
     * founder keeps the ID, the survivor of a merge is the oldest, and a merge undone gives the old IDs back. A cluster
     * without a founder gets a new ID, of its first record.
     *
     * @param clusters their records, in ingest order; none empty, none in two
     * @param issued all IDs, current and former, that founders in these clusters may hold
     * @param newSeqs the places in the order of ingest of the records that never were a customer's. A cluster that one
     *     of them leads is named after it when it came before all of the cluster's IDs were given out: where records
     *     come together, others of them may have founded customers while it waited
     * @param taken whether an ID was ever given out
     * @return the names, in the order of the clusters
     */
    public static List<Named> name(
            List<List<RecordKey>> clusters,
            List<Issued> issued,
            Map<RecordKey, Long> newSeqs,
            Predicate<String> taken) {
        Map<RecordKey, Integer> clusterOf = new HashMap<>();
        List<List<Issued>> held = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            held.add(new ArrayList<>());
            for (RecordKey record : clusters.get(i)) {
                clusterOf.put(record, i);
            }
        }
        for (Issued each : issued) {
            Integer cluster = clusterOf.get(each.founder());
            if (cluster != null) {
                held.get(cluster).add(each);
            }
        }
        List<Named> names = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            List<Issued> ids = held.get(i);
            ids.sort(Issued.OLDEST_FIRST);
            RecordKey first = clusters.get(i).get(0);
            if (ids.isEmpty()
                    || newSeqs.getOrDefault(first, Long.MAX_VALUE) < ids.get(0).foundedSeq()) {
                names.add(new Named(mintFree(first, taken), List.copyOf(ids), true));
            } else {
                names.add(new Named(ids.get(0).id(), List.copyOf(ids.subList(1, ids.size())), false));
            }
        }
        return names;
    }
}
