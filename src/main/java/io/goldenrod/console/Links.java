package io.goldenrod.console;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of pages. Each can be shared: it holds all that the page depends on. */
public final class Links {

    private Links() {}

    public static String customer(String id) {
        return "/customers/" + encoded(id);
    }

    /** Of the customer as it was right after a decision. */
    public static String customer(String id, Long seq) {
        return customer(id) + (seq == null ? "" : "?asOf=" + seq);
    }

    public static String graph(String customerId) {
        return customer(customerId) + "/graph";
    }

    public static String history(String customerId) {
        return customer(customerId) + "/history";
    }

    public static String record(RecordKey key) {
        return "/records/" + encoded(key.source()) + "/" + encoded(key.recordId());
    }

    /** @param key as {@code source/recordId} */
    public static String record(String key) {
        return record(RecordKey.parse(key));
    }

    /**
     * Of a record's page, or of what an identifier leads to.
     *
     * @param member {@code record:source/recordId} or {@code type:value}
     */
    public static String member(String member) {
        return member.startsWith(Decision.MEMBER_RECORD)
                ? record(member.substring(Decision.MEMBER_RECORD.length()))
                : search(member);
    }

    public static String search(String text) {
        return "/search?q=" + encoded(text);
    }

    /** Why two members are one customer, or why not. */
    public static String why(String from, String to) {
        return "/why?from=" + encoded(from) + "&to=" + encoded(to);
    }

    public static String review(String id) {
        return "/reviews/" + encoded(id);
    }

    /** All decisions that name a member. */
    public static String audit(String member) {
        return "/audit?subject=" + encoded(member);
    }

    /** All decisions that a request brought. */
    public static String auditOfRequest(String request) {
        return "/audit?cause=" + encoded(request);
    }

    /** For a place in an address; a space becomes {@code %20}, which is right in paths and in parameters. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
