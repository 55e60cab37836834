package io.goldenrod.steward;

import io.goldenrod.explain.Ends;
import io.goldenrod.explain.RefusedQuestion;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.resolution.Asserted;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.Parted;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * What stewards say of members, in any writing: that two are of one person, or of two. In force at once and for ever
 * after. Thread-safe.
 *
 * <p>Every method can be tried out: then it tells what it would do, and writes nothing. Each throws
 * {@link GraphUnavailableException} when the store does not answer.
 */
public final class Stewardship {

    private final ResolutionEngine engine;
    private final Ends ends;

    public Stewardship(ResolutionEngine engine, Ends ends) {
        this.engine = engine;
        this.ends = ends;
    }

    /**
     * Who asks, and how.
     *
     * @param by who, at most some 200 characters
     * @param reason why; may be empty
     * @param onTrial whether only to tell what would be
     * @param request names the request in the lineage
     */
    public record Asked(String by, String reason, boolean onTrial, String request) {}

    /**
     * Says that two members are of one person, or of two.
     *
     * @param left {@code record:source/recordId}, an identifier as {@code type:value} in any writing, or a customer ID,
     *     for which the record stands that founded it
     * @param right another one
     * @throws RefusedQuestion when a member cannot be read or is not there
     * @throws IllegalAssertion when this cannot be said
     */
    public Asserted say(Kind kind, String left, String right, Asked asked) {
        Word word = new Word(kind, ends.member("left", left), ends.member("right", right), asked.by(), asked.reason());
        return asked.onTrial() ? engine.saidOnTrial(word, asked.request()) : engine.say(word, asked.request());
    }

    /**
     * Takes back what was said.
     *
     * @param id of the assertion
     * @throws IllegalAssertion when no such assertion is in force
     */
    public Asserted retract(String id, Asked asked) {
        return asked.onTrial()
                ? engine.retractedOnTrial(id, asked.by(), asked.reason(), asked.request())
                : engine.retract(id, asked.by(), asked.reason(), asked.request());
    }

    /**
     * Parts members from the rest of their customer, for ever after.
     *
     * @param customer a current one
     * @param members of it, as for {@link #say}; at least one record, and not all
     * @throws RefusedQuestion when a member cannot be read or is not there
     * @throws IllegalAssertion when they cannot be parted
     */
    public Parted split(String customer, List<String> members, Asked asked) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            named.add(ends.member("members[" + i + "]", members.get(i)));
        }
        return asked.onTrial()
                ? engine.splitOnTrial(customer, named, asked.by(), asked.reason(), asked.request())
                : engine.split(customer, named, asked.by(), asked.reason(), asked.request());
    }

    /**
     * Parts a customer where two of its members meet, for ever after.
     *
     * @param customer a current one
     * @throws RefusedQuestion when a member cannot be read or is not there
     * @throws IllegalAssertion when other evidence would keep the records together
     */
    public Parted splitAt(String customer, String from, String to, Asked asked) {
        String one = ends.member("link.from", from);
        String other = ends.member("link.to", to);
        return asked.onTrial()
                ? engine.splitAtOnTrial(customer, one, other, asked.by(), asked.reason(), asked.request())
                : engine.splitAt(customer, one, other, asked.by(), asked.reason(), asked.request());
    }
}
