package io.goldenrod.resolution;

import io.goldenrod.match.Matcher;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Policy;

/**
 * The policy that this instance resolves by, with what is built of it. It may change at any moment: who works on one
 * thing asks once and keeps to the answer. Thread-safe.
 */
public final class PolicyInUse {

    private volatile Parts parts;

    /**
     * What must not be mixed with the parts of another policy.
     *
     * @param policy the policy
     * @param matcher null when it matches by identifiers alone
     * @param normalizer makes records comparable by it
     * @param settled whether all records of the graph were brought up to it
     */
    public record Parts(Policy policy, Matcher matcher, RecordNormalizer normalizer, boolean settled) {

        public static Parts of(Policy policy, Matcher matcher, RecordLimits limits, boolean settled) {
            return new Parts(policy, matcher, new RecordNormalizer(policy, limits), settled);
        }
    }

    public PolicyInUse(Parts parts) {
        this.parts = parts;
    }

    /** One that stays as it is. */
    public static PolicyInUse of(Policy policy, Matcher matcher, RecordLimits limits) {
        return new PolicyInUse(Parts.of(policy, matcher, limits, true));
    }

    public Parts parts() {
        return parts;
    }

    public Policy policy() {
        return parts.policy;
    }

    public RecordNormalizer normalizer() {
        return parts.normalizer;
    }

    /** Whoever asks from now on gets these. */
    public void follow(Parts next) {
        parts = next;
    }
}
