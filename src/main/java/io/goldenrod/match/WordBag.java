package io.goldenrod.match;

import java.util.Arrays;
import java.util.Set;

/** A text of several words, made ready for comparing word by word; words of little meaning count less. */
final class WordBag {

    static final int WORDS_MAX = 16;

    private static final double WEAK = 0.3;

    /** What a word counts that agrees but for a typing error. */
    private static final double FUZZY = 0.85;

    private static final double LIKENESS_MIN = 0.9;

    final Word[] words;

    /** The words without the spaces between them. */
    final Word joined;

    private final double[] weights;

    /** The sum of the words' weights. */
    final double total;

    private WordBag(Word[] words, Word joined, double[] weights) {
        this.words = words;
        this.joined = joined;
        this.weights = weights;
        this.total = Arrays.stream(weights).sum();
    }

    /**
     * Null when the text is empty. Of a long text the first {@value #WORDS_MAX} words count.
     *
     * @param weak words of little meaning, unless it has no other
     */
    static WordBag of(String folded, Set<String> weak) {
        Word joined = Word.of(folded.replace(" ", ""));
        if (joined == null) {
            return null;
        }
        String[] texts = folded.strip().split(" ", WORDS_MAX + 1);
        int count = Math.min(texts.length, WORDS_MAX);
        Word[] words = new Word[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            words[i] = Word.of(texts[i]);
            weights[i] = weak.contains(texts[i]) ? WEAK : 1;
        }
        if (Arrays.stream(weights).noneMatch(weight -> weight == 1)) {
            Arrays.fill(weights, 1);
        }
        return new WordBag(words, joined, weights);
    }

    /** How many words of meaning it has. */
    int strongWords() {
        int strong = 0;
        for (double weight : weights) {
            strong += weight == 1 ? 1 : 0;
        }
        return strong;
    }

    /** The weight of the shared words over that of the lighter of the two, 0 to 1. Symmetric. */
    double containment(WordBag other) {
        return shared(other) / Math.min(total, other.total);
    }

    /** Equal words first, then those that differ by a typing error; each word of the other is used once. */
    double shared(WordBag other) {
        boolean first = words.length != other.words.length
                ? words.length < other.words.length
                : joined.text.compareTo(other.joined.text) <= 0;
        return first ? shared(this, other) : shared(other, this);
    }

    private static double shared(WordBag shorter, WordBag longer) {
        int used = 0;
        int found = 0;
        double shared = 0;
        for (int i = 0; i < shorter.words.length; i++) {
            for (int j = 0; j < longer.words.length; j++) {
                if ((used >>> j & 1) == 0 && shorter.words[i].same(longer.words[j])) {
                    used |= 1 << j;
                    found |= 1 << i;
                    shared += Math.min(shorter.weights[i], longer.weights[j]);
                    break;
                }
            }
        }
        for (int i = 0; i < shorter.words.length; i++) {
            if ((found >>> i & 1) == 1) {
                continue;
            }
            for (int j = 0; j < longer.words.length; j++) {
                if ((used >>> j & 1) == 0 && isAlike(shorter.words[i], longer.words[j])) {
                    used |= 1 << j;
                    shared += FUZZY * Math.min(shorter.weights[i], longer.weights[j]);
                    break;
                }
            }
        }
        return shared;
    }

    /** Figures differ or they do not: 12 is no typing error of 13. */
    private static boolean isAlike(Word left, Word right) {
        if (left.scripts == 0 || right.scripts == 0 || Math.min(left.length(), right.length()) < 3) {
            return false;
        }
        return left.isTypo(right) || left.likeness(right, LIKENESS_MIN) >= LIKENESS_MIN;
    }

    /** Whether it is one word, made of the first letters of all, or of all telling, words of the other. */
    boolean isAcronymOf(WordBag other) {
        if (words.length != 1 || other.words.length < 2 || words[0].length() > other.words.length) {
            return false;
        }
        String letters = words[0].text;
        int at = 0;
        for (int i = 0; i < other.words.length; i++) {
            boolean fits = at < letters.length() && letters.charAt(at) == other.words[i].text.charAt(0);
            if (fits) {
                at++;
            } else if (other.weights[i] == 1) {
                return false;
            }
        }
        return at == letters.length() && at > 1;
    }
}
