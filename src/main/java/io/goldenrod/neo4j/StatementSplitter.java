package io.goldenrod.neo4j;

import java.util.ArrayList;
import java.util.List;

/** Takes a file of several statements apart at its semicolons, but not at those within a text, a name or a comment. */
final class StatementSplitter {

    private final String text;
    private final List<String> statements = new ArrayList<>();
    private int start;
    private int at;

    private StatementSplitter(String text) {
        this.text = text;
    }

    /** The statements in order, without their leading comment lines and semicolons; none is empty. */
    static List<String> split(String text) {
        return new StatementSplitter(text).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                skipQuoted(c);
            } else if (text.startsWith("//", at)) {
                skipPast("\n");
            } else if (text.startsWith("/*", at)) {
                skipPast("*/");
            } else {
                at++;
                if (c == ';') {
                    take(at - 1);
                }
            }
        }
        take(text.length());
        return statements;
    }

    private void take(int end) {
        String statement = CypherFile.strip(text.substring(start, end));
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
        start = at;
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        at++;
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at + 2);
        at = found < 0 ? text.length() : found + end.length();
    }
}
