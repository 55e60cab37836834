package io.goldenrod.lineage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chains decisions: the hash of each is SHA-256 (FIPS 180-4) over the hash of the one before and all that it says, so
 * that none can be changed, taken out or put in without changing every hash after it.
 *
 * <p>What is hashed, version 1, numbers big-endian:
 *
 * <pre>
 * version     1 byte, 1
 * previous    32 bytes, the hash of the decision before; zeros for the first
 * seq         8 bytes
 * at          8 bytes seconds since 1970, 4 bytes nanoseconds
 * in clear    kind, policy, customer, other, linkClass, constraint: each 4 bytes length and UTF-8; length -1 if absent
 * as tokens   record, identifier, detail, request: each 1 byte, 1 and 32 bytes token, or 0 if absent
 * members     4 bytes how many, and 32 bytes token for each
 * </pre>
 *
 * <p>No text that may name a person is hashed itself. Its token is HMAC-SHA-256 (RFC 2104) of the text under a key of
 * its own, and that key is HMAC-SHA-256 of its position ({@code record}, {@code members/3}) under the decision's salt.
 * To erase a text is to put its token in its place and to destroy the salt, keeping the keys of the other texts: the
 * hash stays what it was, and as nobody has the key of the token, no guess at the text can be tried against it.
 *
 * <p>Limits: the customer's IDs are in clear. Whoever can write all of the store can compute a whole new chain, or
 * erase; what gives that away is an earlier hash that was kept elsewhere.
 *
 * <p>For one thread at a time: it keeps the digests that it works with.
 */
public final class DecisionChain {

    /** What stands for the hash before the first decision's. */
    public static final String START = "0".repeat(64);

    /** Length of a salt. */
    public static final int SALT_BYTES = 16;

    private static final byte VERSION = 1;
    private static final int DIGEST_BYTES = 32;
    private static final String ERASED = "~";
    private static final String HMAC = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest;
    private final Mac mac;

    public DecisionChain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
            mac = Mac.getInstance(HMAC);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The decision as the next link.
     *
     * @param previous hash of the one before, {@link #START} for the first
     * @throws IllegalArgumentException when a hash, a salt or a key is none
     */
    public ChainedDecision append(String previous, ChainedDecision decision) {
        return decision.withHash(hash(previous, decision));
    }

    /** Whether the decision is what it was when it followed the one with this hash. */
    public boolean holds(String previous, ChainedDecision decision) {
        try {
            return hash(previous, decision).equals(decision.hash());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Erases texts for good: the decision holds in the chain as before, and what is left does not tell whether a text
     * was this or that.
     *
     * @param erased which texts to erase: record and identifier keys, members, details, requests
     * @return the same decision when there is nothing to erase
     */
    public ChainedDecision erase(ChainedDecision decision, Predicate<String> erased) {
        Map<String, byte[]> keys = keys(decision);
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> kept = new HashMap<>();
        decision.texts().forEach((position, text) -> {
            byte[] key = keys.get(position);
            if (key == null) {
                texts.put(position, text);
            } else if (erased.test(text)) {
                texts.put(position, ERASED + HEX.formatHex(hmac(key, text)));
            } else {
                texts.put(position, text);
                kept.put(position, HEX.formatHex(key));
            }
        });
        return kept.size() == keys.size() ? decision : decision.erased(texts, kept);
    }

    private String hash(String previous, ChainedDecision decision) {
        digest.reset();
        digest.update(VERSION);
        digest.update(bytes(previous, DIGEST_BYTES));
        ByteBuffer numbers = ByteBuffer.allocate(20);
        numbers.putLong(decision.seq());
        numbers.putLong(decision.at().getEpochSecond()).putInt(decision.at().getNano());
        digest.update(numbers.array());
        clear(decision.kind());
        clear(decision.policy());
        clear(decision.customer());
        clear(decision.other());
        clear(decision.linkClass());
        clear(decision.constraint());
        Map<String, byte[]> tokens = tokens(decision);
        token(tokens.remove("record"));
        token(tokens.remove("identifier"));
        token(tokens.remove("detail"));
        token(tokens.remove("request"));
        number(tokens.size());
        tokens.values().forEach(digest::update);
        return HEX.formatHex(digest.digest());
    }

    private void clear(String text) {
        if (text == null) {
            number(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void token(byte[] token) {
        digest.update((byte) (token == null ? 0 : 1));
        if (token != null) {
            digest.update(token);
        }
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    /** By position, members in their order. */
    private Map<String, byte[]> tokens(ChainedDecision decision) {
        Map<String, byte[]> keys = keys(decision);
        Map<String, byte[]> tokens = new LinkedHashMap<>();
        decision.texts().forEach((position, text) -> {
            byte[] key = keys.get(position);
            tokens.put(position, key == null ? erasedToken(text) : hmac(key, text));
        });
        return tokens;
    }

    private static byte[] erasedToken(String text) {
        if (!text.startsWith(ERASED)) {
            throw new IllegalArgumentException("a text without a key was erased");
        }
        return bytes(text.substring(ERASED.length()), DIGEST_BYTES);
    }

    /** The keys of all texts that were not erased, by position. */
    private Map<String, byte[]> keys(ChainedDecision decision) {
        Map<String, byte[]> keys = new HashMap<>();
        if (decision.salt() == null) {
            decision.keys().forEach((position, key) -> keys.put(position, bytes(key, DIGEST_BYTES)));
            return keys;
        }
        begin(bytes(decision.salt(), SALT_BYTES));
        for (String position : decision.texts().keySet()) {
            keys.put(position, mac.doFinal(position.getBytes(StandardCharsets.UTF_8)));
        }
        return keys;
    }

    private byte[] hmac(byte[] key, String text) {
        begin(key);
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private void begin(byte[] key) {
        try {
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key", e);
        }
    }

    private static byte[] bytes(String hexadecimal, int length) {
        byte[] bytes = HEX.parseHex(hexadecimal);
        if (bytes.length != length) {
            throw new IllegalArgumentException("a hash, a salt or a key has a fixed length");
        }
        return bytes;
    }
}
