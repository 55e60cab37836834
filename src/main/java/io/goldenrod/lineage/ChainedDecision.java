package io.goldenrod.lineage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A decision as it stands in the chain of all decisions, see {@link DecisionChain}.
 *
 * <p>Every text that may name a person (record, identifier, detail, request and members) has a key of its own. As long
 * as nothing was erased, all keys follow from the salt. Of a decision of which a text was erased the salt is gone: the
 * keys of the texts that remain are kept instead, and an erased text is replaced by its {@link DecisionChain#erase
 * token}.
 *
 * @param seq its place, from 1
 * @param at when it was taken
 * @param kind what happened, see {@link Decision.Kind}; a text, because what was altered may be none of these
 * @param policy hash of the policy in force
 * @param customer the customer that it concerns; may be null, as all that follows but for the members
 * @param members keys of the members concerned
 * @param salt 16 random bytes in hexadecimal; null once a text was erased
 * @param keys in hexadecimal, by position; empty unless a text was erased
 * @param hash of this decision and the one before, 64 hexadecimal digits; null while it is not part of a chain
 */
public record ChainedDecision(
        long seq,
        Instant at,
        String kind,
        String policy,
        String customer,
        String other,
        String linkClass,
        String constraint,
        String record,
        String identifier,
        String detail,
        String request,
        List<String> members,
        String salt,
        Map<String, String> keys,
        String hash) {

    private static final String MEMBERS = "members/";

    public ChainedDecision {
        Objects.requireNonNull(at, "at");
        members = List.copyOf(members);
        keys = Map.copyOf(keys);
    }

    /** A decision that is not part of the chain yet. */
    public static ChainedDecision of(long seq, Instant at, String policy, Decision decision, String salt) {
        return new ChainedDecision(
                seq,
                at,
                decision.kind().name(),
                policy,
                decision.customer(),
                decision.other(),
                decision.linkClass(),
                decision.constraint(),
                decision.record(),
                decision.identifier(),
                decision.detail(),
                decision.request(),
                decision.members(),
                salt,
                Map.of(),
                null);
    }

    /** The texts that may name a person, by position: {@code record}, {@code members/0}. Absent ones are left out. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "record", record);
        put(texts, "identifier", identifier);
        put(texts, "detail", detail);
        put(texts, "request", request);
        for (int i = 0; i < members.size(); i++) {
            texts.put(MEMBERS + i, members.get(i));
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String position, String text) {
        if (text != null) {
            texts.put(position, text);
        }
    }

    /** With other texts at the same positions, and keys instead of the salt. */
    ChainedDecision erased(Map<String, String> texts, Map<String, String> kept) {
        List<String> others = texts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(MEMBERS))
                .map(Map.Entry::getValue)
                .toList();
        return new ChainedDecision(
                seq,
                at,
                kind,
                policy,
                customer,
                other,
                linkClass,
                constraint,
                texts.get("record"),
                texts.get("identifier"),
                texts.get("detail"),
                texts.get("request"),
                others,
                null,
                kept,
                hash);
    }

    /** With its hash, see {@link DecisionChain}. */
    public ChainedDecision withHash(String digest) {
        return new ChainedDecision(
                seq,
                at,
                kind,
                policy,
                customer,
                other,
                linkClass,
                constraint,
                record,
                identifier,
                detail,
                request,
                members,
                salt,
                keys,
                digest);
    }
}
