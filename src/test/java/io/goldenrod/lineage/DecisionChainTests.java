package io.goldenrod.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.lineage.Decision.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DecisionChainTests {

    private static final String SALT = "000102030405060708090a0b0c0d0e0f";
    private static final Instant AT = Instant.parse("2026-05-01T10:00:00.123456789Z");
    private static final String EMAIL = "email:zoë@example.org";

    private final DecisionChain chain = new DecisionChain();

    private static ChainedDecision joined() {
        var decision = new Decision(
                Kind.JOINED,
                "C01",
                null,
                "crm/1",
                EMAIL,
                "email",
                null,
                null,
                List.of("record:crm/1", "phone:+442079460018"),
                "r-1");
        return ChainedDecision.of(1, AT, "a1b2", decision, SALT);
    }

    private ChainedDecision chained() {
        return chain.append(DecisionChain.START, joined());
    }

    /** The value was computed by another program from the documented form. */
    @Test
    void hashesTheDocumentedForm() {
        assertThat(chained().hash()).isEqualTo("5da3daf43269620af7d5025f0ff9b719b7407ca1521554d3d00b18cc93fce860");
    }

    @Test
    void holdsWhatItChainedAndNothingElse() {
        ChainedDecision decision = chained();
        assertThat(chain.holds(DecisionChain.START, decision)).isTrue();
        assertThat(chain.holds(decision.hash(), decision)).isFalse();
        assertThat(alterations(decision))
                .hasSize(16)
                .allSatisfy((what, altered) -> assertThat(chain.holds(DecisionChain.START, altered))
                        .as(what)
                        .isFalse());
    }

    /** Texts that run into each other, members that change places, and what is none at all are told apart. */
    @Test
    void tellsApartWhatLooksAlike() {
        List<ChainedDecision> alike = new ArrayList<>();
        alike.add(with(joined(), "kind", "JOINEDa1b2", "policy", ""));
        alike.add(with(joined(), "kind", "JOINEDa1b", "policy", "2"));
        alike.add(with(joined(), "customer", null, "other", "C01"));
        alike.add(with(joined(), "customer", "C01", "other", ""));
        alike.add(joined());
        alike.add(with(joined(), "record", null, "detail", "crm/1"));
        alike.add(members(joined(), "phone:+442079460018", "record:crm/1"));
        alike.add(members(joined(), "record:crm/1"));
        assertThat(alike.stream()
                        .map(each -> chain.append(DecisionChain.START, each).hash())
                        .distinct())
                .hasSize(alike.size());
    }

    @Test
    void holdsAfterAnErasure() {
        ChainedDecision erased = chain.erase(chained(), text -> text.contains("crm/1"));
        assertThat(erased.hash()).isEqualTo(chained().hash());
        assertThat(chain.holds(DecisionChain.START, erased)).isTrue();
        assertThat(erased.record()).startsWith("~").hasSize(65);
        assertThat(erased.members().get(0)).startsWith("~").isNotEqualTo(erased.record());
        assertThat(erased.members().get(1)).isEqualTo("phone:+442079460018");
        assertThat(erased.identifier()).isEqualTo(EMAIL);
        assertThat(erased.salt()).isNull();
        assertThat(erased.keys()).containsOnlyKeys("identifier", "request", "members/1");

        ChainedDecision again = chain.erase(erased, text -> text.startsWith("email:"));
        assertThat(chain.holds(DecisionChain.START, again)).isTrue();
        assertThat(again.keys()).containsOnlyKeys("request", "members/1");
        assertThat(alterations(again))
                .allSatisfy((what, altered) -> assertThat(chain.holds(DecisionChain.START, altered))
                        .as(what)
                        .isFalse());
    }

    @Test
    void leavesAloneWhatHasNothingToErase() {
        ChainedDecision decision = chained();
        assertThat(chain.erase(decision, text -> text.contains("crm/2"))).isSameAs(decision);
    }

    /** Whoever holds all that is left and the very text cannot tell that it is the one; with the salt one could. */
    @Test
    void confirmsNoGuessAtAnErasedText() {
        ChainedDecision before = chained();
        ChainedDecision after = chain.erase(before, text -> text.equals(EMAIL));
        String token = after.identifier().substring(1);
        assertThat(hmac(hmac(bytes(before.salt()), "identifier"), EMAIL)).isEqualTo(bytes(token));

        List<byte[]> left = new ArrayList<>();
        left.add(new byte[32]);
        left.add(bytes(after.hash()));
        left.add(bytes(token));
        after.keys().values().forEach(key -> left.add(bytes(key)));
        assertThat(after.toString()).doesNotContain(SALT, EMAIL);
        for (byte[] key : left) {
            assertThat(hmac(key, EMAIL)).isNotEqualTo(bytes(token));
            assertThat(hmac(hmac(key, "identifier"), EMAIL)).isNotEqualTo(bytes(token));
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    /** Every part changed by itself, by what was changed. */
    private static Map<String, ChainedDecision> alterations(ChainedDecision decision) {
        Map<String, ChainedDecision> altered = new LinkedHashMap<>();
        for (String part : List.of(
                "kind",
                "policy",
                "customer",
                "other",
                "linkClass",
                "constraint",
                "record",
                "identifier",
                "detail",
                "request",
                "hash")) {
            altered.put(part, with(decision, part, "other"));
        }
        altered.put("members", members(decision, "record:crm/1"));
        altered.put(
                "order",
                members(decision, decision.members().get(1), decision.members().get(0)));
        altered.put("time", withTime(decision, decision.seq(), AT.plusNanos(1)));
        altered.put("seq", withTime(decision, decision.seq() + 1, AT));
        altered.put("keys", decision.salt() == null ? keys(decision) : with(decision, "salt", "00".repeat(16)));
        return altered;
    }

    private static ChainedDecision keys(ChainedDecision decision) {
        Map<String, String> keys = new LinkedHashMap<>(decision.keys());
        keys.put("request", "00".repeat(32));
        return rebuilt(decision, decision.seq(), decision.at(), decision.members(), keys, UnaryOperator.identity());
    }

    private static ChainedDecision members(ChainedDecision decision, String... members) {
        return rebuilt(
                decision, decision.seq(), decision.at(), List.of(members), decision.keys(), UnaryOperator.identity());
    }

    private static ChainedDecision withTime(ChainedDecision decision, long seq, Instant at) {
        return rebuilt(decision, seq, at, decision.members(), decision.keys(), UnaryOperator.identity());
    }

    private static ChainedDecision with(ChainedDecision decision, String... parts) {
        return rebuilt(decision, decision.seq(), decision.at(), decision.members(), decision.keys(), texts -> {
            for (int i = 0; i < parts.length; i += 2) {
                texts.put(parts[i], parts[i + 1]);
            }
            return texts;
        });
    }

    private static ChainedDecision rebuilt(
            ChainedDecision decision,
            long seq,
            Instant at,
            List<String> members,
            Map<String, String> keys,
            UnaryOperator<Map<String, String>> change) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", decision.kind());
        texts.put("policy", decision.policy());
        texts.put("customer", decision.customer());
        texts.put("other", decision.other());
        texts.put("linkClass", decision.linkClass());
        texts.put("constraint", decision.constraint());
        texts.put("record", decision.record());
        texts.put("identifier", decision.identifier());
        texts.put("detail", decision.detail());
        texts.put("request", decision.request());
        texts.put("salt", decision.salt());
        texts.put("hash", decision.hash());
        change.apply(texts);
        return new ChainedDecision(
                seq,
                at,
                texts.get("kind"),
                texts.get("policy"),
                texts.get("customer"),
                texts.get("other"),
                texts.get("linkClass"),
                texts.get("constraint"),
                texts.get("record"),
                texts.get("identifier"),
                texts.get("detail"),
                texts.get("request"),
                members,
                texts.get("salt"),
                keys,
                texts.get("hash"));
    }
}
