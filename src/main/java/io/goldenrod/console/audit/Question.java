package io.goldenrod.console.audit;

import io.goldenrod.console.Links;
import java.util.List;

/**
 * What is asked of the history, as it stands in the address.
 *
 * @param subject a customer, record or identifier; null for any, as are all others
 * @param from a day, a time or a number
 */
record Question(String subject, List<String> kinds, String cause, String policy, String from, String to) {

    Question {
        subject = blankToNull(subject);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        cause = blankToNull(cause);
        policy = blankToNull(policy);
        from = blankToNull(from);
        to = blankToNull(to);
    }

    public boolean isAnything() {
        return subject == null && kinds.isEmpty() && cause == null && policy == null && from == null && to == null;
    }

    /** For the end of an address, with a sign to go on behind it. */
    public String query() {
        var query = new StringBuilder("?");
        add(query, "subject", subject);
        kinds.forEach(kind -> add(query, "kind", kind));
        add(query, "cause", cause);
        add(query, "policy", policy);
        add(query, "from", from);
        add(query, "to", to);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append(name).append('=').append(Links.encoded(value)).append('&');
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
