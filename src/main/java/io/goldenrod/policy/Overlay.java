package io.goldenrod.policy;

import io.goldenrod.policy.InvalidPolicy.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small document laid over a whole one, so that a policy need only say in what it differs.
 *
 * <p>Maps are merged key by key and null removes a key. Everything else replaces what was there; only for a list,
 * {@code {add: […], remove: […]}} changes it, as a deny list is hardly ever replaced as a whole.
 */
public final class Overlay {

    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    private final List<Problem> problems = new ArrayList<>();

    private Overlay() {}

    /**
     * Lays the second document over the first; neither is changed.
     *
     * @throws InvalidPolicy when something is removed that is not there
     */
    public static Map<String, Object> lay(Map<String, Object> base, Map<String, Object> over) {
        var overlay = new Overlay();
        Map<String, Object> merged = overlay.merge("", base, over);
        if (!overlay.problems.isEmpty()) {
            throw new InvalidPolicy("the policy", overlay.problems);
        }
        return merged;
    }

    private Map<String, Object> merge(String path, Map<?, ?> base, Map<?, ?> over) {
        var merged = new LinkedHashMap<String, Object>();
        base.forEach((key, value) -> merged.put(String.valueOf(key), value));
        over.forEach((name, value) -> {
            String key = String.valueOf(name);
            String place = path.isEmpty() ? key : path + "." + key;
            Object below = merged.get(key);
            if (value == null) {
                if (!merged.containsKey(key)) {
                    String suggestion = Fields.didYouMean(key, merged.keySet());
                    problems.add(new Problem(
                            place, "empty", suggestion + "empty removes, and there is nothing of this name", 0));
                }
                merged.remove(key);
            } else if (value instanceof Map<?, ?> map && below instanceof List<?> list && isChange(map)) {
                merged.put(key, changed(place, list, map));
            } else if (value instanceof Map<?, ?> map) {
                merged.put(key, merge(place, below instanceof Map<?, ?> mapBelow ? mapBelow : Map.of(), map));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    private static boolean isChange(Map<?, ?> map) {
        return !map.isEmpty()
                && Set.of(ADD, REMOVE).containsAll(map.keySet())
                && map.values().stream().allMatch(List.class::isInstance);
    }

    private List<Object> changed(String place, List<?> base, Map<?, ?> change) {
        var changed = new LinkedHashSet<Object>(base);
        if (change.get(REMOVE) instanceof List<?> removed) {
            for (int i = 0; i < removed.size(); i++) {
                if (!changed.remove(removed.get(i))) {
                    problems.add(new Problem(
                            place + ".remove[" + i + "]",
                            Fields.shown(removed.get(i)),
                            "it is not in the list, so it cannot be removed",
                            0));
                }
            }
        }
        if (change.get(ADD) instanceof List<?> added) {
            changed.addAll(added);
        }
        return new ArrayList<>(changed);
    }
}
