package io.goldenrod.console;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The one place through which whatever records say reaches a page: what somebody may not see is masked here and nowhere
 * else. Pages name it {@code @values}.
 */
@Component
public class Values {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT_EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final String NOTHING = "–";

    /** An identifier, with the page of what it leads to. */
    public Shown identifier(String type, String value) {
        return new Shown(value, type, Links.search(type + ":" + value));
    }

    /** @param key as {@code source/recordId} */
    public Shown record(String key) {
        return new Shown(key, "record", Links.record(key));
    }

    public Shown record(RecordKey key) {
        return new Shown(key.toString(), "record", Links.record(key));
    }

    /** As it was right after a decision. @param seq null for now */
    public Shown record(RecordKey key, Long seq) {
        return new Shown(key.toString(), "record", Links.record(key) + (seq == null ? "" : "?asOf=" + seq));
    }

    public Shown customer(String id) {
        return id == null ? null : new Shown(id, "customer", Links.customer(id));
    }

    /** @param member {@code record:source/recordId}, {@code type:value}, or an assertion's id as it is */
    public Shown member(String member) {
        if (member.startsWith(Decision.MEMBER_RECORD)) {
            return record(member.substring(Decision.MEMBER_RECORD.length()));
        }
        int colon = member.indexOf(':');
        return colon < 1
                ? new Shown(member, "member")
                : identifier(member.substring(0, colon), member.substring(colon + 1));
    }

    /** An attribute's value in one line: the parts of an address with commas. */
    public Shown attribute(String name, Object value) {
        return new Shown(inOneLine(value), name);
    }

    /** What an attribute is called: {@code birthDate} as {@code Birth date}. */
    public Shown attributeName(String name) {
        String words = Waterfall.words(name).strip();
        return new Shown(
                words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                "attribute");
    }

    /** A request by its name, with what it brought. */
    public Shown request(String name) {
        return name == null ? null : new Shown(name, "request", Links.auditOfRequest(name));
    }

    /** What was said in words: a comment, a reason, the exact detail of a rule. */
    public Shown words(String text) {
        return text == null || text.isBlank() ? null : new Shown(text, "words");
    }

    /** A record or a line as it was sent. */
    public Shown raw(String text) {
        return new Shown(text, "raw");
    }

    private static String inOneLine(Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.values().stream()
                    .filter(Objects::nonNull)
                    .map(Values::inOneLine)
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::inOneLine).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    /** To the minute, in UTC. */
    public String moment(Instant at) {
        return at == null ? NOTHING : MOMENT.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** To the millisecond, in UTC. */
    public String exactMoment(Instant at) {
        return at == null ? NOTHING : MOMENT_EXACT.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** In UTC. */
    public String day(Instant at) {
        return at == null ? NOTHING : at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A whole number with its thousands apart. */
    public String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A probability in percent, which never rounds to a certainty that is none. @param probability 0 to 1 */
    public String percent(double probability) {
        double percent = probability * 100;
        if (percent > 99.9 && percent < 100) {
            return "> 99.9 %";
        }
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        return String.format(Locale.ENGLISH, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
    }

    /** A weight of evidence with its sign. @param weight in bits */
    public String bits(double weight) {
        return String.format(Locale.ENGLISH, "%+.1f", weight).replace('-', '−');
    }
}
