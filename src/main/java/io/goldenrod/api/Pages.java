package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Lists in parts: the limit and the cursor of a request, and the answer. */
final class Pages {

    static final int LIMIT_DEFAULT = 100;
    private static final String MARK = "1.";

    private Pages() {}

    /** Part of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part<T>(
            List<T> items,

            @Schema(description = "The cursor of the next part; absent at the end")
            String next,

            @Schema(description = "The past moment that was asked about")
            AsOf asOf) {}

    static int limit(Query query) {
        return query.number("limit", LIMIT_DEFAULT, 1, Page.ITEMS_MAX);
    }

    /** The key after which the list goes on. */
    static String after(Query query, String otherwise) {
        String cursor = query.text("cursor");
        if (cursor == null) {
            return otherwise;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw invalidCursor();
    }

    static long afterNumber(Query query) {
        try {
            return Long.parseLong(after(query, "0"));
        } catch (NumberFormatException e) {
            throw invalidCursor();
        }
    }

    static ProblemException invalidCursor() {
        return ProblemException.badRequest(
                "invalid_cursor", "cursor", "a cursor is the value of next in the answer before");
    }

    static <S, T> Part<T> part(Page<S> page, Function<S, T> item) {
        return part(page, item, null);
    }

    static <S, T> Part<T> part(Page<S> page, Function<S, T> item, AsOf asOf) {
        return new Part<>(page.items().stream().map(item).toList(), cursor(page.next()), asOf);
    }

    /** As {@link #after} reads it; null at the end. */
    static String cursor(String next) {
        return next == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((MARK + next).getBytes(StandardCharsets.UTF_8));
    }
}
