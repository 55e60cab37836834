package io.goldenrod.quality.page;

import java.util.Locale;

/** A drawing, as it stands in a page; styles are classes of the page's style sheet, lengths are pixels. */
public final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** @param label what it shows, for those who cannot see it */
    public Svg(int width, int height, String label) {
        append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n",
                width,
                height,
                width,
                height,
                Html.escaped(label)));
    }

    /** @param element well-formed, what it quotes escaped */
    public void append(String element) {
        text.append(element);
    }

    public void line(String style, double x1, double y1, double x2, double y2) {
        append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style,
                x1,
                y1,
                x2,
                y2));
    }

    /** @param anchor which point of the words the place is of: {@code start}, {@code middle} or {@code end} */
    public void text(double x, double y, String anchor, String words) {
        append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                Html.escaped(words)));
    }

    /** All of it. */
    public String end() {
        return text + "</svg>";
    }
}
