package io.goldenrod.console.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a link held by a limit tells: {@code crm_id: 2, at most 1}, or {@code loyalty_id@2024: 3, at most 2}.
 *
 * @param span a year or month; empty where it is counted for ever
 */
record Limit(String type, String span, long found, long most) {

    private static final Pattern DETAIL =
            Pattern.compile("([a-z0-9_]+)(?:@([0-9-]+))?: ([0-9]{1,18}), at most ([0-9]{1,18})");

    /** Empty when the text tells something else. */
    static Optional<Limit> of(String detail) {
        Matcher told = DETAIL.matcher(detail);
        return told.matches()
                ? Optional.of(new Limit(
                        told.group(1),
                        told.group(2) == null ? "" : told.group(2),
                        Long.parseLong(told.group(3)),
                        Long.parseLong(told.group(4))))
                : Optional.empty();
    }
}
