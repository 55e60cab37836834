package io.goldenrod.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/**
 * The name by which the lineage knows a request: the caller's {@code X-Request-Id}, else the trace of its W3C
 * {@code traceparent}, else one of our own.
 */
final class RequestName {

    static final String HEADER = "X-Request-Id";
    private static final int LENGTH_MAX = 64;
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private RequestName() {}

    /** The name, which is told in the answer as well. */
    static String of(HttpServletRequest request, HttpServletResponse response) {
        String name = of(request.getHeader(HEADER), request.getHeader("traceparent"));
        response.setHeader(HEADER, name);
        return name;
    }

    static String of(String requestId, String traceparent) {
        if (requestId != null) {
            String clean = clean(requestId);
            if (!clean.isEmpty()) {
                return clean;
            }
        }
        if (traceparent != null) {
            var trace = TRACE.matcher(traceparent);
            if (trace.matches()) {
                return trace.group(1);
            }
        }
        return java.util.UUID.randomUUID().toString();
    }

    private static String clean(String text) {
        var clean = new StringBuilder();
        for (int i = 0; i < text.length() && clean.length() < LENGTH_MAX; i++) {
            char c = text.charAt(i);
            boolean kept =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._:-/".indexOf(c) >= 0;
            if (kept) {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
