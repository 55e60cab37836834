package io.goldenrod.console;

/** Text in a file that people open with a spreadsheet. */
public final class Spreadsheet {

    private static final String FORMULAS = "=+-@\t\r\n";

    private Spreadsheet() {}

    /** A cell of a CSV file that no spreadsheet takes for a formula. */
    public static String cell(String text) {
        String safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
