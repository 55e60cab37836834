package io.goldenrod.normalize;

import java.util.HashMap;
import java.util.Map;

/** Names of organisations, folded for comparing: legal forms in one writing each, {@code &} as {@code and}. */
public final class Organizations {

    private static final String LEGAL_FORMS = """
            inc: incorporated
            ltd: limited
            corp: corporation
            co: company
            ag: aktiengesellschaft
            bros: brothers
            intl: international
            assn: association assoc
            univ: university
            dept: department
            ctr: center centre
            and: und et
            pty: proprietary
            """;

    private static final Map<String, String> WORDS = read();

    private Organizations() {}

    private static Map<String, String> read() {
        Map<String, String> words = new HashMap<>();
        for (String line : LEGAL_FORMS.split("\n")) {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 2).split(" ")) {
                words.put(word, line.substring(0, colon));
            }
        }
        return Map.copyOf(words);
    }

    /** The form by which names of organisations are compared. Empty when nothing is left. */
    public static String comparable(String name) {
        String marked = name.replace("&", " and ").replace("+", " and ");
        StringBuilder joined = new StringBuilder(marked.length());
        for (int i = 0; i < marked.length(); i++) {
            // S.A., L.L.C.: initials are one word.
            boolean initial = marked.charAt(i) == '.'
                    && i > 0
                    && Character.isLetter(marked.charAt(i - 1))
                    && (i == 1 || !Character.isLetterOrDigit(marked.charAt(i - 2)));
            if (!initial) {
                joined.append(marked.charAt(i));
            }
        }
        StringBuilder words = new StringBuilder(joined.length());
        for (String word : Folding.fold(joined.toString()).split(" ")) {
            boolean article = words.length() == 0 && word.equals("the");
            if (!article) {
                words.append(words.length() == 0 ? "" : " ").append(WORDS.getOrDefault(word, word));
            }
        }
        return words.toString();
    }
}
