package io.goldenrod.match;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Names;
import io.goldenrod.normalize.Nicknames;
import io.goldenrod.normalize.PersonName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One name of a person, folded and taken apart. A part that the name does not have is null, or an empty array.
 */
final class PersonWords {

    private static final int WORDS_MAX = 8;
    private static final int PART_LENGTH_MIN = 3;
    private static final Word[] NONE = {};
    private static final String[] NO_NAMES = {};
    private static final String[] ENDINGS = {"ie", "ey", "y", "i"};

    private static final Set<String> PARTICLES = Set.of(
            ("van von vom zu zum zur der den de del della di da do dos das du des la le lo los las el al bin ibn bint abu"
                            + " ter ten af av y e san santa st saint mac mc ap")
                    .split(" "));

    /** Which bearer of a name in a family: the son of a Senior, or the second of his name, is the Junior. */
    private static final Map<String, Integer> GENERATIONS = Map.ofEntries(
            Map.entry("sr", 1),
            Map.entry("snr", 1),
            Map.entry("senior", 1),
            Map.entry("i", 1),
            Map.entry("1st", 1),
            Map.entry("jr", 2),
            Map.entry("jnr", 2),
            Map.entry("junior", 2),
            Map.entry("filho", 2),
            Map.entry("ii", 2),
            Map.entry("2nd", 2),
            Map.entry("iii", 3),
            Map.entry("3rd", 3),
            Map.entry("neto", 3),
            Map.entry("iv", 4),
            Map.entry("4th", 4),
            Map.entry("v", 5),
            Map.entry("5th", 5));

    /** All given names of the field as one word: {@code maryann}. */
    final Word given;

    final Word[] givenWords;
    final Word[] middleWords;

    /** The names that the first given name can stand for; itself when no table knows it. */
    private final String[] formal;

    /** The family name as one word: {@code delacruz}. */
    final Word family;

    private final Word[] allFamilyWords;

    /** Without particles. */
    final Word[] familyWords;

    /** 1 for Senior, 2 for Junior, and so on; 0 when not said. */
    final int generation;

    /** One bit for each given and middle name, by its hash: names that share none share no bit. */
    private final long parts;

    /** The same for {@link #formal}. */
    private final long formalParts;

    private PersonWords(String given, String middle, String family, int generation) {
        this.given = joined(given);
        this.givenWords = words(given, this.given);
        this.middleWords = words(middle, null);
        this.family = joined(family);
        this.allFamilyWords = words(family, this.family);
        this.familyWords = withoutParticles(allFamilyWords);
        this.generation = generation;
        this.formal = givenWords.length == 0 ? NO_NAMES : formal(givenWords[0].text);
        long parts = 0;
        for (Word[] words : new Word[][] {givenWords, middleWords}) {
            for (Word word : words) {
                parts |= bit(word.text);
            }
        }
        this.parts = parts;
        long formalParts = 0;
        for (String name : formal) {
            formalParts |= bit(name);
        }
        this.formalParts = formalParts;
    }

    /** {@code Peggie} is written {@code Peggy} too. */
    private static String[] formal(String given) {
        Set<String> names = Nicknames.formalNames(given);
        boolean known = names.size() > 1 || !names.contains(given);
        for (int i = 0; i < ENDINGS.length && !known; i++) {
            if (!given.endsWith(ENDINGS[i])) {
                continue;
            }
            String stem = given.substring(0, given.length() - ENDINGS[i].length());
            for (String ending : ENDINGS) {
                Set<String> found = Nicknames.formalNames(stem + ending);
                if (!known && stem.length() > 1 && !found.contains(stem + ending)) {
                    names = found;
                    known = true;
                }
            }
        }
        return names.toArray(NO_NAMES);
    }

    private static long bit(String text) {
        return 1L << (text.hashCode() * 0x9E3779B9 >>> 26);
    }

    /** The names of a record, the main one first: from its parts, or where it has none from the full name. */
    static List<PersonWords> of(SourceRecord record) {
        List<PersonWords> names = new ArrayList<>(1);
        String given = text(record, "givenName");
        String family = text(record, "familyName");
        int generation = generation(text(record, "nameSuffix"));
        List<Object> fulls = FieldValues.objects(record, "fullName");
        String middle = text(record, "middleName");
        boolean rest = fulls.isEmpty() && (!middle.isEmpty() || generation > 0);
        if (!given.isEmpty() || !family.isEmpty() || rest) {
            AttributeValue written = record.attributes().get("familyName");
            int own = generation > 0 || written == null ? generation : generationAfter(written.value());
            names.add(new PersonWords(given, middle, family, own));
            fulls = record.attributes().containsKey("fullName") ? fulls.subList(1, fulls.size()) : fulls;
        }
        for (Object full : fulls) {
            if (full instanceof String text && names.size() < FieldValues.VALUES_MAX) {
                PersonName name = Names.parse(Word.cut(text, FieldValues.LENGTH_MAX));
                int own = generation(Names.fold(name.suffix()));
                names.add(new PersonWords(
                        Names.fold(name.given()),
                        Names.fold(name.middle()),
                        Names.fold(name.family()),
                        own > 0 ? own : generation));
            }
        }
        return names;
    }

    private static String text(SourceRecord record, String attribute) {
        String text = record.comparable(attribute);
        return text == null ? "" : Word.cut(text, FieldValues.LENGTH_MAX);
    }

    private static int generation(String folded) {
        for (String word : folded.split(" ")) {
            Integer found = GENERATIONS.get(word);
            if (found != null) {
                return found;
            }
        }
        return 0;
    }

    /** Of {@code Smith Sr}, written in the field of the family name. */
    private static int generationAfter(Object familyName) {
        String folded = Names.fold(Word.cut(familyName.toString(), FieldValues.LENGTH_MAX));
        int space = folded.lastIndexOf(' ');
        return space < 0 ? 0 : generation(folded.substring(space + 1));
    }

    private static Word joined(String folded) {
        return Word.of(folded.indexOf(' ') < 0 ? folded : folded.replace(" ", ""));
    }

    /** @param whole the word that the text is when it is a single one */
    private static Word[] words(String folded, Word whole) {
        if (folded.isEmpty()) {
            return NONE;
        }
        if (whole != null && folded.indexOf(' ') < 0) {
            return new Word[] {whole};
        }
        String[] texts = folded.split(" ", WORDS_MAX + 1);
        Word[] words = new Word[Math.min(texts.length, WORDS_MAX)];
        for (int i = 0; i < words.length; i++) {
            words[i] = Word.of(texts[i]);
        }
        return words;
    }

    private static Word[] withoutParticles(Word[] words) {
        if (words.length < 2) {
            return words;
        }
        Word[] kept = Arrays.stream(words)
                .filter(word -> !PARTICLES.contains(word.text))
                .toArray(Word[]::new);
        return kept.length == 0 ? words : kept;
    }

    /** Given, middle and family names, as they are written. */
    String whole() {
        StringBuilder whole = new StringBuilder();
        for (Word[] words : new Word[][] {givenWords, middleWords, allFamilyWords}) {
            for (Word word : words) {
                whole.append(whole.length() == 0 ? "" : " ").append(word.text);
            }
        }
        return whole.toString();
    }

    /** Whether the first given name of one can be a short form of the other's, or both of a third. */
    boolean isNickname(PersonWords other) {
        if ((formalParts & other.formalParts) == 0 || givenWords[0].same(other.givenWords[0])) {
            return false;
        }
        for (String name : formal) {
            for (String each : other.formal) {
                if (name.equals(each)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a given name of one is a given or middle name of the other, or begins it. */
    boolean sharesGiven(PersonWords other) {
        return given.isBeginning(other.given, PART_LENGTH_MIN)
                || (parts & other.parts) != 0 && (holds(other) || other.holds(this))
                || givenWords.length + other.givenWords.length > 2 && hasLike(givenWords, other.givenWords);
    }

    private boolean holds(PersonWords other) {
        Word word = other.givenWords[0];
        if (word.length() < PART_LENGTH_MIN) {
            return false;
        }
        return hasSame(givenWords, word) || hasSame(middleWords, word);
    }

    private static boolean hasSame(Word[] words, Word word) {
        for (Word each : words) {
            if (each.same(word) && word.length() >= PART_LENGTH_MIN) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether both, of which one has several words, share one, but for a typing error; or one's family name is a middle
     * name of the other, as a maiden name often is.
     */
    boolean sharesFamily(PersonWords other) {
        return familyWords.length + other.familyWords.length > 2 && hasLike(familyWords, other.familyWords)
                || hasSame(middleWords, other.family)
                || hasSame(other.middleWords, family);
    }

    private static boolean hasLike(Word[] left, Word[] right) {
        for (Word one : left) {
            for (Word other : right) {
                if (one.length() >= PART_LENGTH_MIN && (one.same(other) || one.isTypo(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether given and family name stand in each other's place: each near the other, and one of the two but a typing
     * error away; where one of the records lacks the one to compare with, the other must do.
     */
    boolean isSwapped(PersonWords other) {
        boolean here = family != null && other.given != null;
        boolean there = other.family != null && given != null;
        if (here && there) {
            boolean one = isSame(family, other.given);
            boolean two = isSame(given, other.family);
            return one && (two || given.isNear(other.family)) || two && family.isNear(other.given);
        }
        return here && isSame(family, other.given) || there && isSame(given, other.family);
    }

    private static boolean isSame(Word left, Word right) {
        return left.length() > 1 && (left.same(right) || left.isTypo(right));
    }
}
