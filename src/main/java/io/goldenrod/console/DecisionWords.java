package io.goldenrod.console;

import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.match.Score;
import io.goldenrod.partition.Constraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says what was decided, in a sentence with the members and customers as links: the fragment {@code decisions} shows
 * it. The sentences are the messages {@code decision.KIND} and {@code decision.KIND.VARIANT}.
 */
@Component
public final class DecisionWords {

    /** Most members that are named one by one. */
    static final int MEMBERS_SHOWN_MAX = 50;

    /** As the history tells how sure the model is: {@code weight 12.34 by model 0123456789ab}. */
    private static final Pattern WEIGHT = Pattern.compile("(?:^|; )weight (-?[0-9.]+) by model \\w+$");

    private static final Pattern ASSERTION =
            Pattern.compile("assertion (\\w+)(?: by (.*?)(?:: (.*))?)?", Pattern.DOTALL);

    private static final Pattern PIN = Pattern.compile("(.*?)(?: by (.*?)(?:: (.*))?)?", Pattern.DOTALL);

    /** Stands for the first argument in a sentence that is being cut into its parts; the others follow. */
    private static final char FIRST = '\uE000';

    private static final String MATCHED = "matched";
    private static final String SAME = "same";

    private final MessageSource messages;
    private final Values values;

    DecisionWords(MessageSource messages, Values values) {
        this.messages = messages;
        this.values = values;
    }

    /**
     * A decision as it is read.
     *
     * @param seq its number; 0 while it is only what would be
     * @param at null while it is only what would be
     * @param kind names its badge: the message {@code decision.kind.KIND}
     * @param tone class of the badge
     * @param sentence words, and values of records among them
     * @param constraint the rule that held the link, or null
     * @param probability that both ends of the causing match are one person; null when there is none
     * @param by who said it, or null
     * @param reason in the steward's words, or null
     * @param assertion ID of what was said, or null
     * @param detail what else is told, or null
     * @param members at most {@link #MEMBERS_SHOWN_MAX}; empty when the sentence names them all
     * @param more how many other members there are
     * @param then the customer as it was right after, or null
     * @param policy hash of the policy in force, or null
     * @param request that brought it, or null
     */
    public record Line(
            long seq,
            Instant at,
            String kind,
            String tone,
            List<Shown> sentence,
            String constraint,
            Double probability,
            Shown by,
            Shown reason,
            String assertion,
            Shown detail,
            List<Shown> members,
            int more,
            String then,
            String policy,
            String request) {}

    /** Of decisions that were taken. */
    public List<Line> of(List<DecisionEntry> entries) {
        return entries.stream().map(this::of).toList();
    }

    /** Of a decision that would be taken, or was just now. */
    public Line of(Decision decision) {
        return of(new DecisionEntry(
                0,
                null,
                decision.kind().name(),
                null,
                decision.request(),
                decision.customer(),
                decision.other(),
                decision.record(),
                decision.identifier(),
                decision.linkClass(),
                decision.constraint(),
                decision.detail(),
                decision.members()));
    }

    /** Of a decision that was taken. */
    public Line of(DecisionEntry entry) {
        Kind kind = Kind.valueOf(entry.kind());
        Said said = Said.of(kind, entry);
        List<Shown> members = entry.members().stream()
                .limit(MEMBERS_SHOWN_MAX)
                .map(values::member)
                .toList();
        boolean areNamed = entry.members().size() < 2 || kind == Kind.ASSERTED || kind == Kind.RETRACTED;
        return new Line(
                entry.seq(),
                entry.at(),
                entry.kind(),
                tone(kind),
                sentence(kind, entry, said),
                entry.constraint(),
                said.probability,
                values.words(said.by),
                values.words(said.reason),
                said.assertion,
                isToldAnyway(entry.constraint()) ? null : values.words(said.detail),
                areNamed ? List.of() : members,
                areNamed ? 0 : Math.max(0, entry.members().size() - members.size()),
                entry.seq() == 0 || entry.customer() == null ? null : Links.customer(entry.customer(), entry.seq()),
                entry.policy(),
                entry.request());
    }

    /** What the detail of a decision holds. @param attribute that a pin is of; null when it is no pin */
    private record Said(
            String attribute, String assertion, String by, String reason, Double probability, String detail) {

        private static Said of(Kind kind, DecisionEntry entry) {
            String detail = entry.detail();
            if (detail == null) {
                return new Said(null, null, null, null, null, null);
            }
            if (Decision.PIN.equals(entry.linkClass())) {
                Matcher pin = PIN.matcher(detail);
                return pin.matches() ? new Said(pin.group(1), null, pin.group(2), pin.group(3), null, null) : null;
            }
            Matcher assertion = ASSERTION.matcher(detail);
            if (assertion.matches()) {
                return new Said(null, assertion.group(1), assertion.group(2), assertion.group(3), null, null);
            }
            Matcher weight = WEIGHT.matcher(detail);
            if (weight.find()) {
                double probability = Score.probability(Double.parseDouble(weight.group(1)));
                return new Said(null, null, null, null, probability, detail.substring(0, weight.start()));
            }
            return new Said(null, null, null, null, null, detail);
        }
    }

    private List<Shown> sentence(Kind kind, DecisionEntry entry, Said said) {
        String variant = variant(kind, entry);
        boolean isWord = kind == Kind.ASSERTED || kind == Kind.RETRACTED;
        boolean isOfTwo = isWord && entry.members().size() == 2;
        Shown[] arguments = {
            values.customer(entry.customer()),
            values.customer(entry.other()),
            isOfTwo
                    ? values.member(entry.members().get(0))
                    : entry.record() == null ? null : values.record(RecordKey.parse(entry.record())),
            isOfTwo
                    ? values.member(entry.members().get(1))
                    : entry.identifier() == null ? null : values.member(entry.identifier()),
            members(entry.members()),
            said.attribute == null ? null : new Shown(said.attribute, "attribute")
        };
        return parts("decision." + kind + (variant.isEmpty() ? "" : "." + variant), arguments);
    }

    /** How it came about, as far as it is known. */
    private static String variant(Kind kind, DecisionEntry entry) {
        boolean hasLink = entry.record() != null && entry.identifier() != null;
        return switch (kind) {
            case CREATED -> entry.record() == null ? "" : "record";
            case JOINED -> {
                if (hasLink) {
                    yield over(entry.linkClass());
                }
                boolean isItself =
                        entry.record() != null && entry.members().contains(Decision.MEMBER_RECORD + entry.record());
                yield entry.other() != null ? "from" : isItself ? "record" : "";
            }
            case LEFT -> entry.other() == null ? "" : "to";
            case MERGED -> hasLink ? over(entry.linkClass()) : "";
            case HELD, RELEASED -> MATCHED.equals(entry.linkClass()) ? MATCHED : "";
            case ASSERTED, RETRACTED -> entry.linkClass() == null ? SAME : entry.linkClass();
            default -> "";
        };
    }

    private static String over(String linkClass) {
        return MATCHED.equals(linkClass) || SAME.equals(linkClass) ? linkClass : "over";
    }

    private Shown members(List<String> members) {
        if (members.size() == 1) {
            return values.member(members.get(0));
        }
        long records = members.stream()
                .filter(each -> each.startsWith(Decision.MEMBER_RECORD))
                .count();
        long identifiers = members.size() - records;
        String key = records == 0 ? "identifiers" : identifiers == 0 ? "records" : "both";
        return plain(words("decision.members." + key, records, identifiers));
    }

    /** Cuts the sentence where its arguments stand. */
    private List<Shown> parts(String key, Shown... arguments) {
        Object[] places = new Object[arguments.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = String.valueOf((char) (FIRST + i));
        }
        List<Shown> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (char each : words(key, places).toCharArray()) {
            int place = each - FIRST;
            if (place < 0 || place >= arguments.length) {
                words.append(each);
                continue;
            }
            if (!words.isEmpty()) {
                parts.add(plain(words.toString()));
                words.setLength(0);
            }
            parts.add(arguments[place] == null ? plain(words("decision.unknown")) : arguments[place]);
        }
        parts.add(plain(words.toString()));
        return List.copyOf(parts);
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** Words of our own between values: of no type. */
    private static Shown plain(String text) {
        return new Shown(text, null);
    }

    /** Whether the detail says no more than the rule does. */
    private static boolean isToldAnyway(String constraint) {
        return Constraint.DIFFERENT.name().equals(constraint);
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case CREATED, RELEASED, UNSUPPRESSED -> "good";
            case JOINED, MERGED -> "strong";
            case LEFT, SPLIT, RESTORED, SUPPRESSED -> "warn";
            case HELD, RETIRED, ERASED -> "bad";
            case ASSERTED, RETRACTED -> "matched";
        };
    }
}
