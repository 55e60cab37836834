package io.goldenrod.match;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Names;
import io.goldenrod.normalize.Nicknames;
import io.goldenrod.normalize.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One name of a person, folded and taken apart. A part that the name does not have is null, or an empty array.
 */
final class PersonWords {

    private static final int WORDS_MAX = 8;
    private static final Word[] NONE = {};

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

    /** Without particles. */
    final Word[] familyWords;

    /** 1 for Senior, 2 for Junior, and so on; 0 when not said. */
    final int generation;

    private PersonWords(String given, String middle, String family, int generation) {
        this.given = joined(given);
        this.givenWords = words(given, false);
        this.middleWords = words(middle, false);
        this.family = joined(family);
        this.familyWords = words(family, true);
        this.generation = generation;
        this.formal = givenWords.length == 0
                ? new String[0]
                : Nicknames.formalNames(givenWords[0].text).toArray(String[]::new);
    }

    /** The names of a record, the main one first: from its parts, or where it has none from the full name. */
    static List<PersonWords> of(SourceRecord record) {
        List<PersonWords> names = new ArrayList<>(1);
        String given = text(record, "givenName");
        String family = text(record, "familyName");
        int generation = generation(text(record, "nameSuffix"));
        List<Object> fulls = FieldValues.objects(record, "fullName");
        if (!given.isEmpty() || !family.isEmpty()) {
            AttributeValue written = record.attributes().get("familyName");
            int own = generation > 0 || written == null ? generation : generationAfter(written.value());
            names.add(new PersonWords(given, text(record, "middleName"), family, own));
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

    private static Word[] words(String folded, boolean withoutParticles) {
        if (folded.isEmpty()) {
            return NONE;
        }
        List<Word> words = new ArrayList<>(2);
        for (String word : folded.split(" ", WORDS_MAX + 1)) {
            if (words.size() < WORDS_MAX && !(withoutParticles && PARTICLES.contains(word))) {
                words.add(Word.of(word.indexOf(' ') < 0 ? word : word.substring(0, word.indexOf(' '))));
            }
        }
        return words.toArray(NONE);
    }

    /** Whether one given name can be a short form of the other, or both of a third. */
    boolean isNickname(PersonWords other) {
        for (String name : formal) {
            for (String each : other.formal) {
                if (name.equals(each)) {
                    return true;
                }
            }
        }
        return false;
    }
}
