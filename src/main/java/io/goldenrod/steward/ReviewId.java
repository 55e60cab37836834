package io.goldenrod.steward;

import io.goldenrod.graph.ReviewStore.Ends;
import io.goldenrod.graph.ReviewStore.Item;
import io.goldenrod.graph.ReviewStore.Kind;
import io.goldenrod.identity.RecordKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The name of an item to review: 128 bits of the SHA-256 of what it is and of its two ends, and after a dot the key of
 * its left record, by which it is found without a list of all items. The right end, which may be a person's address,
 * stands in it as a hash only.
 */
final class ReviewId {

    private static final int HASH_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private ReviewId() {}

    static Ends of(Item item) {
        return of(item.kind(), item.left(), item.right());
    }

    static Ends of(Kind kind, RecordKey left, String right) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256")
                    .digest(("goldenrod/review/" + kind + "/" + left + "|" + right).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        String id = "R" + ENCODER.encodeToString(Arrays.copyOf(hash, HASH_BYTES)) + "."
                + ENCODER.encodeToString(left.toString().getBytes(StandardCharsets.UTF_8));
        return new Ends(id, kind, left, right);
    }

    /** The left record of the item; null when the text is no such name. */
    static RecordKey recordOf(String id) {
        int dot = id.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            byte[] key = Base64.getUrlDecoder().decode(id.substring(dot + 1));
            return RecordKey.parse(new String(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
