package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Addresses of web pages, with or without a scheme.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>https://www.example.org/about/, example.org/about: but for scheme, www and the last
 * slash</td></tr>
 * <tr><td>host</td><td>example.org/about, example.org/contact</td></tr>
 * <tr><td>typo</td><td>example.org, exmaple.org: one edit in the host, of six characters or more</td></tr>
 * <tr><td>site</td><td>shop.example.org, example.org: one host within the other</td></tr>
 * <tr><td>different</td><td>example.org, example.com</td></tr>
 * </table>
 */
final class WebsiteComparison extends ValueComparison<WebsiteComparison.Page> {

    private static final int EXACT = 0;
    private static final int HOST = 1;
    private static final int TYPO = 2;
    private static final int SITE = 3;
    private static final int DIFFERENT = 4;

    private static final int TYPO_LENGTH_MIN = 6;

    /** @param path empty for the host's own page */
    record Page(Word host, String path) {}

    private final List<String> fields;

    WebsiteComparison(List<String> fields) {
        super("website", "exact", "host", "typo", "site", "different");
        this.fields = fields;
    }

    @Override
    List<Page> values(SourceRecord record) {
        List<Page> pages = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            pages.add(page(text.strip()));
        }
        return pages;
    }

    private static Page page(String text) {
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(0, end).toLowerCase(Locale.ROOT);
        host = host.startsWith("www.") ? host.substring(4) : host;
        String path = rest.substring(end);
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return host.indexOf('.') < 1 ? null : new Page(Word.of(host), path);
    }

    @Override
    int compare(Page left, Page right) {
        Word one = left.host;
        Word other = right.host;
        if (one.same(other)) {
            return left.path.equals(right.path) ? EXACT : HOST;
        }
        int length = Math.min(one.length(), other.length());
        if (length >= TYPO_LENGTH_MIN && one.isWithin(other, 1)) {
            return TYPO;
        }
        boolean within = one.length() < other.length() ? isWithin(one, other) : isWithin(other, one);
        return within ? SITE : DIFFERENT;
    }

    private static boolean isWithin(Word site, Word host) {
        int dot = host.length() - site.length() - 1;
        return dot > 0 && host.text.charAt(dot) == '.' && host.text.endsWith(site.text);
    }

    @Override
    String term(Page page, int level) {
        return level <= HOST ? page.host.text : null;
    }
}
