package io.goldenrod.resolution;

import io.goldenrod.graph.ResolutionStore.Seen;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which identifiers are shared by too many to name a person: a till's e-mail, a call centre's phone.
 *
 * <p>What is counted is distinct people-like companions (values of other strong types, family names, given names) of
 * the records that carry the identifier, not how often it is seen, so a busy customer is not taken for a hub. Of each
 * kind of companion only one more than the threshold is kept, the smallest ones, which is enough to decide and comes
 * out the same in every order.
 */
public final class Sharing {

    /** Its value is on the deny list. */
    public static final String DENIED = "DENIED";
    /** Its records carry too many distinct values of another strong type. */
    public static final String SHARED = "SHARED";
    /** Its records carry too many distinct names. */
    public static final String NAMES = "NAMES";
    /** Its type does not link. */
    public static final String NONE = "NONE";

    /** Sets names apart from identifiers, of which no type begins so. */
    private static final String NAME_MARK = "~";

    private final Policy policy;

    public Sharing(Policy policy) {
        this.policy = policy;
    }

    /** What counts as a companion of the identifier in a record with these identifiers and names. */
    public SortedSet<String> companions(
            Identifier identifier,
            Collection<Identifier> identifiers,
            Set<String> names,
            Collection<Identifier> denied) {
        IdentifierType type = policy.type(identifier.type());
        var lines = new TreeSet<String>();
        if (type == null || type.linking() == Linking.NONE || denied.contains(identifier)) {
            return lines;
        }
        if (type.sharedAbove() > 0) {
            for (Identifier other : identifiers) {
                if (!other.type().equals(identifier.type())
                        && policy.linking(other.type()) == Linking.STRONG
                        && !denied.contains(other)) {
                    lines.add(other.key());
                }
            }
        }
        if (type.namesAbove() > 0) {
            names.forEach(name -> lines.add(NAME_MARK + name));
        }
        return lines;
    }

    SortedSet<String> companions(Identifier identifier, SourceRecord record) {
        return companions(identifier, record.identifiers(), record.names(), record.denied());
    }

    /** The companions with more of them, cut to what deciding needs. */
    SortedSet<String> with(Identifier identifier, SortedSet<String> companions, SortedSet<String> more) {
        if (companions.containsAll(more)) {
            return companions;
        }
        var all = new TreeSet<>(companions);
        all.addAll(more);
        return cut(identifier, all);
    }

    /** Of each kind of companion the smallest, one more than the threshold. */
    public SortedSet<String> cut(Identifier identifier, SortedSet<String> companions) {
        var kept = new TreeSet<>(companions);
        var counts = new TreeMap<String, Integer>();
        for (Iterator<String> lines = kept.iterator(); lines.hasNext(); ) {
            String kind = kind(lines.next());
            if (counts.merge(kind, 1, Integer::sum) > threshold(identifier, kind) + 1) {
                lines.remove();
            }
        }
        return kept;
    }

    /** Whether all companions of this one's kind are among those kept. */
    boolean isWhole(Identifier identifier, SortedSet<String> companions, String line) {
        String kind = kind(line);
        return companions.stream().filter(each -> kind(each).equals(kind)).count() <= threshold(identifier, kind);
    }

    /** Sources and companions, as they are asked for. */
    static Seen seen(SortedSet<String> sources, SortedSet<String> companions) {
        var others = new TreeSet<Identifier>();
        var names = new TreeSet<String>();
        for (String line : companions) {
            if (line.startsWith(NAME_MARK)) {
                names.add(line.substring(NAME_MARK.length()));
            } else {
                others.add(Identifier.parse(line));
            }
        }
        return new Seen(sources, others, names);
    }

    /** The companions of it, as they are kept. */
    static SortedSet<String> lines(Seen seen) {
        var lines = new TreeSet<String>();
        seen.others().forEach(other -> lines.add(other.key()));
        seen.names().forEach(name -> lines.add(NAME_MARK + name));
        return lines;
    }

    /** Why the identifier does not link; null when it does. */
    public String verdict(Identifier identifier, SortedSet<String> companions) {
        IdentifierType type = policy.type(identifier.type());
        if (type == null || type.linking() == Linking.NONE) {
            return NONE;
        }
        if (type.blocks(identifier.value())) {
            return DENIED;
        }
        if (companions.size() <= Math.min(threshold(type.sharedAbove()), threshold(type.namesAbove()))) {
            return null;
        }
        var counts = new TreeMap<String, Integer>();
        companions.forEach(line -> counts.merge(kind(line), 1, Integer::sum));
        String verdict = null;
        for (var count : counts.entrySet()) {
            if (count.getValue() > threshold(identifier, count.getKey())) {
                if (!count.getKey().startsWith(NAME_MARK)) {
                    return SHARED;
                }
                verdict = NAMES;
            }
        }
        return verdict;
    }

    /** What the verdict rests on, without personal values: {@code more than 5 crm_id}. */
    public String detail(Identifier identifier, SortedSet<String> companions) {
        var counts = new TreeMap<String, Integer>();
        companions.forEach(line -> counts.merge(kind(line), 1, Integer::sum));
        for (var count : counts.entrySet()) {
            int threshold = threshold(identifier, count.getKey());
            if (count.getValue() > threshold) {
                String what = count.getKey().startsWith(NAME_MARK)
                        ? count.getKey().substring(1) + " names"
                        : count.getKey() + " values";
                return "its records carry more than " + threshold + " " + what;
            }
        }
        return policy.linking(identifier.type()) == Linking.NONE ? "its type does not link" : "on the deny list";
    }

    /** Which of {@link #SHARED} and {@link #NAMES} a detail speaks of that {@link #detail} gave. */
    public static String reason(String detail) {
        return detail != null && detail.endsWith(" names") ? NAMES : SHARED;
    }

    private int threshold(Identifier identifier, String kind) {
        IdentifierType type = policy.type(identifier.type());
        return type == null
                ? threshold(0)
                : threshold(kind.startsWith(NAME_MARK) ? type.namesAbove() : type.sharedAbove());
    }

    private static int threshold(int setting) {
        return setting == 0 ? Integer.MAX_VALUE - 1 : setting;
    }

    private static String kind(String line) {
        return line.substring(0, line.indexOf(':'));
    }
}
