package io.goldenrod.console.audit;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Search;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.resolution.PolicyInUse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Understands what people write when they ask for decisions. */
@Component
class Finding {

    private static final Pattern CUSTOMER = Pattern.compile("C[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern POLICY = Pattern.compile("[0-9a-f]{1,64}");

    private final DecisionLog log;
    private final PolicyInUse inUse;

    Finding(DecisionLog log, PolicyInUse inUse) {
        this.log = log;
        this.inUse = inUse;
    }

    /** @throws ConsoleProblem when something of it cannot be understood */
    Search search(Question question) {
        long last = log.head().seq();
        for (String kind : question.kinds()) {
            if (Arrays.stream(Kind.values()).noneMatch(each -> each.name().equals(kind))) {
                throw ConsoleProblem.badRequest("audit.kind");
            }
        }
        if (question.policy() != null && !POLICY.matcher(question.policy()).matches()) {
            throw ConsoleProblem.badRequest("audit.policy");
        }
        long from = question.from() == null ? 1 : first(question.from());
        long to = question.to() == null ? last : Math.min(last, last(question.to()));
        var whole = new Search(null, null, question.kinds(), question.cause(), question.policy(), from, to);
        return question.subject() == null ? whole : about(question.subject(), whole);
    }

    private Search about(String subject, Search search) {
        if (CUSTOMER.matcher(subject).matches()) {
            return with(search, subject, null);
        }
        if (subject.startsWith(Decision.MEMBER_RECORD)) {
            return with(search, null, record(subject.substring(Decision.MEMBER_RECORD.length())));
        }
        int colon = subject.indexOf(':');
        if (colon > 0 && type(subject.substring(0, colon)) != null) {
            IdentifierOutcome found =
                    inUse.normalizer().identifier(subject.substring(0, colon), subject.substring(colon + 1), null);
            if (found instanceof IdentifierOutcome.Normalized normalized) {
                return with(search, null, normalized.identifier().key());
            }
            throw ConsoleProblem.badRequest("audit.identifier", subject.substring(0, colon));
        }
        return bare(subject, search);
    }

    /** A value without its type, or a record's key: whichever the history knows. */
    private Search bare(String subject, Search search) {
        for (IdentifierType type : inUse.policy().types()) {
            if (inUse.normalizer().identifier(type.name(), subject, null)
                    instanceof IdentifierOutcome.Normalized normalized) {
                Search candidate = with(search, null, normalized.identifier().key());
                var any = new Search(null, candidate.member(), List.of(), null, null, 1, Long.MAX_VALUE - 1);
                if (!log.newest(any, Long.MAX_VALUE, 1).items().isEmpty()) {
                    return candidate;
                }
            }
        }
        if (subject.indexOf('/') > 0) {
            return with(search, null, record(subject));
        }
        throw ConsoleProblem.badRequest("audit.subject");
    }

    private IdentifierType type(String name) {
        return inUse.policy().types().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String record(String key) {
        try {
            return Decision.member(RecordKey.parse(key));
        } catch (IllegalArgumentException e) {
            throw ConsoleProblem.badRequest("audit.subject");
        }
    }

    private static Search with(Search search, String customer, String member) {
        return new Search(
                customer, member, search.kinds(), search.request(), search.policy(), search.from(), search.to());
    }

    private long first(String text) {
        return NUMBER.matcher(text).matches()
                ? Long.parseLong(text)
                : log.last(moment(text).minusNanos(1)) + 1;
    }

    private long last(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        // a day is asked for as a whole
        boolean isDay = text.length() == 10;
        return log.last(isDay ? moment(text).plus(Duration.ofDays(1)).minusNanos(1) : moment(text));
    }

    private static Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ConsoleProblem.badRequest("audit.time");
        }
    }
}
