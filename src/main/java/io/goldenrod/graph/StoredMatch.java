package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Constraint;
import java.util.List;

/**
 * Two records that a model takes for one person's.
 *
 * @param left the smaller of the two keys
 * @param right the other one
 * @param weight how sure it is, in bits
 * @param probability of the same, 0 to 1
 * @param held the constraint that holds the link; null when it is not held
 * @param detail what exactly holds it; null when it is not held
 * @param model the hash of the model
 * @param breakdown what adds up to the weight, a line for each part: {@code birthDate=exact 10.31}; empty where it was
 *     not asked for
 */
public record StoredMatch(
        RecordKey left,
        RecordKey right,
        double weight,
        double probability,
        Constraint held,
        String detail,
        String model,
        List<String> breakdown) {

    public StoredMatch {
        if (left.compareTo(right) >= 0) {
            throw new IllegalArgumentException("a match names two records, the smaller key first");
        }
        breakdown = List.copyOf(breakdown);
    }

    /** Names the link, and is the last word in the order of links. */
    public String key() {
        return left + "~" + right;
    }

    public StoredMatch withHeld(Constraint constraint, String why) {
        return new StoredMatch(left, right, weight, probability, constraint, why, model, breakdown);
    }
}
