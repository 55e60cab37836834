package io.goldenrod.quality.page;

import java.util.List;
import java.util.Locale;

/** A page under construction. Everything that is text goes through {@link #escaped}. */
public final class Html {

    private static final String STYLE = """
            :root{color-scheme:light dark;--page:#fff;--text:#1c1d21;--soft:#5d616b;--line:#d9dbe1;--good:#2a6fb5;\
            --bad:#c2571a;--third:#4c7f3f;--fill:#f4f5f7}
            @media (prefers-color-scheme:dark){:root{--page:#17181c;--text:#e9eaee;--soft:#a3a7b3;--line:#3a3d46;\
            --good:#7db4ea;--bad:#f0955c;--third:#9ccb8c;--fill:#202228}}
            *{box-sizing:border-box}
            body{margin:0 auto;padding:1.5rem;max-width:72rem;background:var(--page);color:var(--text);\
            font:16px/1.5 system-ui,sans-serif}
            h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
            p{max-width:48rem}.soft{color:var(--soft)}
            .figures{display:flex;flex-wrap:wrap;gap:.8rem;margin:1.2rem 0}
            .figures div{background:var(--fill);border-radius:.5rem;padding:.7rem 1rem;min-width:9rem}
            .figures b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th,td{text-align:right;padding:.25rem .8rem;border-bottom:1px solid var(--line)}
            th:first-child,td:first-child{text-align:left;padding-left:0}th{color:var(--soft);font-weight:500}
            td.text{text-align:left}
            details{border-top:1px solid var(--line);padding:.5rem 0}summary{cursor:pointer}
            code{font-size:.88em;overflow-wrap:anywhere}
            .wide{overflow-x:auto}svg{max-width:100%;height:auto}
            svg text{fill:var(--soft);font-size:12px}.axis{stroke:var(--line)}.mark{stroke:var(--soft);\
            stroke-dasharray:3 3}
            .c0{stroke:var(--good)}.c1{stroke:var(--bad)}.c2{stroke:var(--third)}
            .f0{fill:var(--good)}.f1{fill:var(--bad)}.f2{fill:var(--third)}
            .curve{fill:none;stroke-width:2}
            """;

    private final StringBuilder text = new StringBuilder(1 << 14);

    public Html(String title) {
        text.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    public Html heading(String heading) {
        text.append("<h2>").append(escaped(heading)).append("</h2>\n");
        return this;
    }

    public Html paragraph(String sentence) {
        text.append("<p class=\"soft\">").append(escaped(sentence)).append("</p>\n");
        return this;
    }

    /** Large numbers side by side: name, value, name, value. */
    public Html figures(String... namesAndValues) {
        text.append("<div class=\"figures\">\n");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.append("<div><b>")
                    .append(escaped(namesAndValues[i + 1]))
                    .append("</b>")
                    .append(escaped(namesAndValues[i]))
                    .append("</div>\n");
        }
        text.append("</div>\n");
        return this;
    }

    public Html chart(String svg) {
        text.append("<div class=\"wide\">").append(svg).append("</div>\n");
        return this;
    }

    public Html table(List<String> heads, List<List<String>> rows) {
        text.append("<div class=\"wide\"><table>\n<thead><tr>");
        heads.forEach(
                head -> text.append("<th scope=\"col\">").append(escaped(head)).append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            text.append("<tr>");
            row.forEach(cell -> text.append("<td>").append(escaped(cell)).append("</td>"));
            text.append("</tr>\n");
        }
        text.append("</tbody></table></div>\n");
        return this;
    }

    Html open(String summary) {
        text.append("<details><summary>").append(escaped(summary)).append("</summary>\n");
        return this;
    }

    Html code(String line) {
        text.append("<p><code>").append(escaped(line)).append("</code></p>\n");
        return this;
    }

    Html close() {
        text.append("</details>\n");
        return this;
    }

    public String page() {
        return text + "</body>\n</html>\n";
    }
}
