package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkOutput.Suppressed;
import io.goldenrod.identity.Identifier;
import io.goldenrod.resolution.Sharing;
import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * Which identifiers link, by what {@link Sharing} counts: distinct values of other strong types, and distinct names, of
 * the records that carry them. Of each kind no more than one beyond the threshold is ever held.
 */
final class Suppression {

    private static final int STRETCH = 1 << 14;

    static final byte LINKS = 0;
    private static final byte NONE = 1;
    private static final byte DENIED = 2;
    private static final byte SHARED = 3;
    private static final byte NAMES = 4;
    private static final byte ABSENT = 5;

    private final Census census;
    private final Types types;
    private final byte[] states;

    private Suppression(Census census) {
        this.census = census;
        this.types = census.types;
        this.states = new byte[census.identifiers()];
    }

    static Suppression of(Census census, int threads) throws IOException {
        Suppression suppression = new Suppression(census);
        int[] next = {0};
        InOrder.run(
                threads,
                () -> {
                    int from = next[0];
                    next[0] = (int) Math.min(census.identifiers(), from + (long) STRETCH);
                    return from == next[0] ? null : from;
                },
                () -> {
                    Companions companions = suppression.new Companions();
                    return from -> {
                        int to = (int) Math.min(census.identifiers(), from + (long) STRETCH);
                        for (int identifier = from; identifier < to; identifier++) {
                            suppression.states[identifier] = companions.state(identifier);
                        }
                        return from;
                    };
                },
                from -> {});
        return suppression;
    }

    boolean links(int identifier) {
        return states[identifier] == LINKS;
    }

    /** Whether a type that links lets it be shown that it does not. */
    boolean isSuppressed(int identifier) {
        byte state = states[identifier];
        return state == DENIED || state == SHARED || state == NAMES;
    }

    /** Of an identifier that is suppressed. */
    Suppressed describe(int identifier) {
        Identifier read = census.identifier(identifier);
        Sharing sharing = new Sharing(types.policy);
        TreeSet<String> lines = new TreeSet<>();
        if (states[identifier] != DENIED) {
            new Companions().collect(identifier, lines);
        }
        return new Suppressed(
                read.key(),
                sharing.verdict(read, lines),
                sharing.detail(read, lines),
                census.carrierStarts[identifier + 1] - census.carrierStarts[identifier]);
    }

    /** What the records of one identifier after the other carry beside it. */
    private final class Companions {

        private final int given = types.size();
        private final int family = types.size() + 1;
        private final SmallSet[] found = new SmallSet[types.size() + 2];

        private Companions() {
            Arrays.setAll(found, kind -> new SmallSet());
        }

        byte state(int identifier) {
            int type = census.type(identifier);
            int from = census.carrierStarts[identifier];
            int to = census.carrierStarts[identifier + 1];
            if (from == to) {
                return ABSENT;
            }
            if (!types.strong[type] && !types.weak[type]) {
                return NONE;
            }
            if (census.isDenied(identifier)) {
                return DENIED;
            }
            if (isSurelyFree(type, from, to)) {
                return LINKS;
            }
            clear();
            boolean names = false;
            for (int i = from; i < to; i++) {
                if (addIdentifiers(type, census.carriers[i], false)) {
                    return SHARED;
                }
                names = names || addNames(type, census.carriers[i]);
            }
            return names ? NAMES : LINKS;
        }

        /** Whether so few records carry it, with so little beside it, that no threshold can be passed. */
        private boolean isSurelyFree(int type, int from, int to) {
            if (to - from > types.namesAbove[type]) {
                return false;
            }
            long companions = 0;
            for (int i = from; i < to && companions <= types.sharedAbove[type]; i++) {
                int record = census.carriers[i];
                companions += census.linkEnd(record) - census.linkStart(record) - 1;
            }
            return companions <= types.sharedAbove[type];
        }

        private void clear() {
            for (SmallSet each : found) {
                each.clear();
            }
        }

        /** Whether some type has more values than the threshold. */
        private boolean addIdentifiers(int type, int record, boolean toTheEnd) {
            int above = types.sharedAbove[type];
            if (above == Integer.MAX_VALUE - 1) {
                return false;
            }
            for (int i = census.linkStart(record); i < census.linkEnd(record); i++) {
                int other = census.identifierAt(i);
                int kind = census.type(other);
                if (kind != type && types.strong[kind] && !census.isDenied(other)) {
                    SmallSet values = found[kind];
                    if (values.size() <= above && values.add(other) && values.size() > above && !toTheEnd) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean addNames(int type, int record) {
            int above = types.namesAbove[type];
            if (above == Integer.MAX_VALUE - 1) {
                return false;
            }
            boolean more = false;
            for (int which = 0; which < 2; which++) {
                int name = census.name(record, which);
                SmallSet names = found[which == 0 ? given : family];
                if (name >= 0 && names.size() <= above) {
                    names.add(name);
                }
                more |= names.size() > above;
            }
            return more;
        }

        /** As {@link Sharing} writes them, and as many as it needs to tell what it rests on. */
        private void collect(int identifier, TreeSet<String> lines) {
            clear();
            int type = census.type(identifier);
            for (int i = census.carrierStarts[identifier]; i < census.carrierStarts[identifier + 1]; i++) {
                addIdentifiers(type, census.carriers[i], true);
                addNames(type, census.carriers[i]);
            }
            for (int kind = 0; kind < found.length; kind++) {
                boolean names = kind == given || kind == family;
                for (int value : found[kind].values()) {
                    lines.add(names ? "~" + census.nameText(value) : census.identifiers.text(value));
                }
            }
        }
    }
}
