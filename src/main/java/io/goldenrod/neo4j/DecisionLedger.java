package io.goldenrod.neo4j;

import io.goldenrod.lineage.ChainedDecision;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.DecisionChain;
import io.goldenrod.load.LoadedGraph.Part;
import io.goldenrod.policy.Policy;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The first decisions of a graph, numbered from 1 and chained; of each only its salt and hash are kept beside it. */
final class DecisionLedger {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH_BYTES = 32;

    private final List<Decision> decisions = new ArrayList<>();
    private final String policy;
    private final Instant at;
    private final byte[] salts;
    private final byte[] hashes;
    private String head = DecisionChain.START;

    DecisionLedger(List<Part> parts, Policy policy, Instant at) {
        parts.forEach(part -> decisions.addAll(part.decisions()));
        this.policy = policy.hash();
        this.at = at;
        if (decisions.size() > Integer.MAX_VALUE / HASH_BYTES) {
            throw new IllegalArgumentException("too many decisions for one load");
        }
        salts = new byte[decisions.size() * DecisionChain.SALT_BYTES];
        hashes = new byte[decisions.size() * HASH_BYTES];
        new SecureRandom().nextBytes(salts);
        DecisionChain chain = new DecisionChain();
        for (int i = 0; i < decisions.size(); i++) {
            head = chain.append(head, unchained(i + 1L)).hash();
            System.arraycopy(HEX.parseHex(head), 0, hashes, i * HASH_BYTES, HASH_BYTES);
        }
    }

    long size() {
        return decisions.size();
    }

    /** The hash of the last one. */
    String head() {
        return head;
    }

    Instant at() {
        return at;
    }

    Decision decision(long seq) {
        return decisions.get((int) seq - 1);
    }

    ChainedDecision chained(long seq) {
        return unchained(seq).withHash(text(hashes, seq, HASH_BYTES));
    }

    private ChainedDecision unchained(long seq) {
        return ChainedDecision.of(seq, at, policy, decision(seq), text(salts, seq, DecisionChain.SALT_BYTES));
    }

    private static String text(byte[] all, long seq, int length) {
        int from = (int) (seq - 1) * length;
        return HEX.formatHex(Arrays.copyOfRange(all, from, from + length));
    }
}
