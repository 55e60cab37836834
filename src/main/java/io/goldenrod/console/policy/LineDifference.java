package io.goldenrod.console.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Which lines differ between two texts, with some that do not around them.
 *
 * @param lines in order; empty when both are equal
 * @param added how many lines there are only after
 * @param removed how many there are only before
 * @param isCut whether more differs than is shown
 */
record LineDifference(List<Line> lines, int added, int removed, boolean isCut) {

    private static final int AROUND = 2;
    private static final int LINES_MAX = 500;

    /** Beyond so many lines that differ on one side, all of them count as replaced: comparing each with each costs. */
    private static final int COMPARED_MAX = 3_000;

    /** What a line is. */
    enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** Stands for equal lines that are left out. */
        GAP
    }

    /** @param number of the line, from 1, after; of a removed one, before; 0 of a gap */
    record Line(Kind kind, int number, String text) {

        /** How a reader of plain text tells them apart. */
        public String sign() {
            return switch (kind) {
                case ADDED -> "+";
                case REMOVED -> "−";
                case SAME, GAP -> " ";
            };
        }
    }

    public boolean isNone() {
        return lines.isEmpty();
    }

    static LineDifference of(String before, String after) {
        List<Line> all = all(
                before.stripTrailing().lines().toList(),
                after.stripTrailing().lines().toList());
        int added = (int) all.stream().filter(line -> line.kind == Kind.ADDED).count();
        int removed =
                (int) all.stream().filter(line -> line.kind == Kind.REMOVED).count();
        List<Line> shown = added + removed == 0 ? List.of() : around(all);
        boolean isCut = shown.size() > LINES_MAX;
        return new LineDifference(isCut ? List.copyOf(shown.subList(0, LINES_MAX)) : shown, added, removed, isCut);
    }

    private static List<Line> all(List<String> before, List<String> after) {
        int start = 0;
        int least = Math.min(before.size(), after.size());
        while (start < least && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < least - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            lines.add(new Line(Kind.SAME, i + 1, after.get(i)));
        }
        changed(before.subList(start, before.size() - end), after.subList(start, after.size() - end), start, lines);
        for (int i = after.size() - end; i < after.size(); i++) {
            lines.add(new Line(Kind.SAME, i + 1, after.get(i)));
        }
        return lines;
    }

    /** By the longest lines in common. */
    private static void changed(List<String> before, List<String> after, int start, List<Line> lines) {
        boolean isLarge = before.size() > COMPARED_MAX || after.size() > COMPARED_MAX;
        short[][] common = new short[isLarge ? 1 : before.size() + 1][isLarge ? 1 : after.size() + 1];
        for (int i = before.size() - 1; !isLarge && i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            if (both && !isLarge && before.get(i).equals(after.get(j))) {
                lines.add(new Line(Kind.SAME, start + ++j, after.get(j - 1)));
                i++;
            } else if (i < before.size() && (isLarge || !both || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, start + ++i, before.get(i - 1)));
            } else {
                lines.add(new Line(Kind.ADDED, start + ++j, after.get(j - 1)));
            }
        }
    }

    private static List<Line> around(List<Line> all) {
        boolean[] shown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind != Kind.SAME) {
                for (int j = Math.max(0, i - AROUND); j <= Math.min(all.size() - 1, i + AROUND); j++) {
                    shown[j] = true;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        boolean wasShown = true;
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                lines.add(all.get(i));
            } else if (wasShown) {
                lines.add(new Line(Kind.GAP, 0, "…"));
            }
            wasShown = shown[i];
        }
        return lines;
    }
}
