package io.goldenrod.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How people of one language are named. */
enum Culture {
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    POLISH,
    INDIAN;

    private final Ranked<String> female;
    private final Ranked<String> male;
    private final Ranked<String> family;
    private final Map<String, List<String>> shortForms = new LinkedHashMap<>();

    Culture() {
        Pool pool = new Pool(name().toLowerCase(Locale.ROOT));
        female = new Ranked<>(pool.all("female"), 8, 0.75);
        male = new Ranked<>(pool.all("male"), 8, 0.75);
        // About one in a hundred has the most frequent name, and half of all people a name of the first few hundred.
        family = new Ranked<>(familyNames(pool), 9, 0.8);
        pool.pairs("nick").forEach((name, forms) -> shortForms.put(name, List.of(forms.split(","))));
    }

    /** The listed names, then those joined of a start and an end, in an order that is always the same. */
    private static List<String> familyNames(Pool pool) {
        Set<String> names = new LinkedHashSet<>(pool.all("surname"));
        List<String> joined = new ArrayList<>();
        for (String start : pool.all("start")) {
            for (String end : pool.all("end")) {
                joined.add(start + end);
            }
        }
        Draw draw = new Draw(1, Draw.Purpose.NAMES, joined.size());
        for (int i = joined.size() - 1; i > 0; i--) {
            int other = draw.below(i + 1);
            String swapped = joined.set(other, joined.get(i));
            joined.set(i, swapped);
        }
        names.addAll(joined);
        return List.copyOf(names);
    }

    String givenName(Draw draw, boolean woman) {
        return (woman ? female : male).draw(draw);
    }

    String familyName(Draw draw) {
        return family.draw(draw);
    }

    /** What friends call somebody of that name; none when it has no short forms. */
    List<String> shortForms(String givenName) {
        return shortForms.getOrDefault(givenName, List.of());
    }

    /** Whether people carry their father's and their mother's name, and keep both when they marry. */
    boolean hasTwoFamilyNames() {
        return this == SPANISH;
    }

    int familyNamesCount() {
        return family.size();
    }
}
