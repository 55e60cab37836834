package io.goldenrod.normalize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * People's names: folded for comparing, and taken apart.
 *
 * <p>A name written in one field does not say which part is which; the rules here are the usual ones of the languages
 * that part names with spaces, and of Chinese and Korean. They are right often enough to count distinct names and to
 * compare; nothing is lost where they are wrong, for the display value stays as written.
 */
public final class Names {

    private Names() {}

    /**
     * The form by which names are compared: lower case, without diacritics, apostrophes and punctuation, single spaces.
     * {@code "O’Brien-Núñez"} gives {@code "obrien nunez"}. Scripts are not transliterated. Empty when nothing is left;
     * folding twice is folding once.
     */
    public static String fold(String text) {
        return Folding.fold(text);
    }

    /**
     * Takes a full name apart: titles, suffixes, {@code "Lovelace, Ada"}, {@code "LOVELACE Ada"}, particles, nicknames
     * in quotation marks or brackets (dropped), family name first in Chinese, Japanese and Korean script. A single word
     * is taken for the given name.
     */
    public static PersonName parse(String fullName) {
        String text = withoutAsides(fullName.strip().replace('、', ',').replace('،', ','));
        List<String> suffix = new ArrayList<>();
        List<String> title = new ArrayList<>();
        List<List<String>> parts = new ArrayList<>();
        for (String part : text.split(",")) {
            List<String> words = words(part);
            takeTitles(words, title, parts.isEmpty());
            if (!parts.isEmpty() && words.stream().allMatch(NameWords::isSuffix)) {
                suffix.addAll(words);
            } else if (!words.isEmpty()) {
                takeSuffixes(words, suffix);
                parts.add(words);
            }
        }
        if (parts.isEmpty()) {
            return new PersonName("", "", "", String.join(" ", title), String.join(" ", suffix));
        }
        List<String> family;
        List<String> given;
        if (parts.size() > 1) {
            family = parts.get(0);
            given = new ArrayList<>();
            parts.subList(1, parts.size()).forEach(given::addAll);
        } else {
            int start = NameWords.familyStart(parts.get(0));
            List<String> words = start < 0 ? eastAsian(parts.get(0)) : parts.get(0);
            boolean familyFirst = start < 0 || start >= words.size();
            int border = start < 0 ? 1 : familyFirst ? start - words.size() : start;
            border = Math.min(border, words.size());
            family = familyFirst ? words.subList(0, border) : words.subList(border, words.size());
            given = familyFirst ? words.subList(border, words.size()) : words.subList(0, border);
        }
        return new PersonName(
                given.isEmpty() ? "" : given.get(0),
                given.isEmpty() ? "" : String.join(" ", given.subList(1, given.size())),
                String.join(" ", family),
                String.join(" ", title),
                String.join(" ", suffix));
    }

    /** A given name folded for comparing, without title; empty when it is a title alone. */
    static String comparableGiven(String givenName) {
        List<String> words = words(givenName);
        takeTitles(words, new ArrayList<>(), true);
        if (words.size() == 1 && NameWords.isNothingButTitle(words.get(0))) {
            return "";
        }
        return fold(String.join(" ", words));
    }

    /** A family name folded for comparing, without title and suffix. */
    static String comparableFamily(String familyName) {
        List<String> words = words(familyName.replace(',', ' '));
        takeTitles(words, new ArrayList<>(), true);
        while (words.size() > 1 && NameWords.isSuffix(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return fold(String.join(" ", words));
    }

    /** A full name folded for comparing: given, middle, family, suffix; without title. */
    static String comparableFull(String fullName) {
        return comparableFull(parse(fullName));
    }

    static String comparableFull(PersonName name) {
        return fold(String.join(" ", name.given(), name.middle(), name.family(), name.suffix()));
    }

    /** Drops {@code "Bob"} and {@code (Bob)} where something else is left. */
    private static String withoutAsides(String text) {
        if (text.indexOf('(') < 0 && text.indexOf('"') < 0 && text.indexOf('“') < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        char close = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char closing = c == '(' ? ')' : c == '"' ? '"' : c == '“' ? '”' : 0;
            if (close != 0) {
                close = c == close ? 0 : close;
            } else if (closing != 0 && text.indexOf(closing, i + 1) > 0) {
                close = closing;
                kept.append(' ');
            } else {
                kept.append(c);
            }
        }
        String result = kept.toString().strip();
        return CleanText.hasSubstance(result) ? result : text;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(4);
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Moves leading titles, and honorifics that follow a name in East Asia, as long as a word of the name is left. */
    private static void takeTitles(List<String> words, List<String> title, boolean leading) {
        while (leading && words.size() > 1 && NameWords.isTitle(words.get(0))) {
            title.add(words.remove(0));
            boolean couple = words.size() > 2 && NameWords.isAnd(words.get(0)) && NameWords.isTitle(words.get(1));
            if (couple) {
                title.add(words.remove(0));
            }
        }
        if (words.isEmpty()) {
            return;
        }
        int last = words.size() - 1;
        String honorific = NameWords.honorific(words.get(last));
        if (honorific == null) {
            return;
        }
        title.add(honorific);
        String rest = words.get(last).substring(0, words.get(last).length() - honorific.length());
        if (!rest.isEmpty()) {
            words.set(last, rest);
        } else if (words.size() > 1) {
            words.remove(last);
        }
    }

    private static void takeSuffixes(List<String> words, List<String> suffix) {
        int count = 0;
        while (words.size() - count > 2 && NameWords.isSuffix(words.get(words.size() - 1 - count))) {
            count++;
        }
        boolean certain = count == 0 && words.size() == 2 && NameWords.isCertainSuffix(words.get(1));
        int from = words.size() - (certain ? 1 : count);
        List<String> taken = words.subList(from, words.size());
        suffix.addAll(taken);
        taken.clear();
    }

    /** Family name first, the given names in one word. */
    private static List<String> eastAsian(List<String> words) {
        if (words.size() > 1) {
            return List.of(words.get(0), String.join("", words.subList(1, words.size())));
        }
        String word = words.get(0);
        int border = NameWords.eastAsianFamilyLength(word);
        return Arrays.asList(word.substring(0, border), word.substring(border));
    }
}
