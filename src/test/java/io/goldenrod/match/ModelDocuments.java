package io.goldenrod.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents of models to break. */
final class ModelDocuments {

    private ModelDocuments() {}

    /** A family name and a gender, the former shared by households. */
    static Map<String, Object> plain() {
        var postcode = levels(
                List.of("exact", "typo", "area", "different"),
                List.of(0.7, 0.05, 0.05, 0.2),
                List.of(0.001, 0.001, 0.01, 0.988),
                List.of(0.8, 0.05, 0.05, 0.1));
        var gender = levels(List.of("same", "different"), List.of(0.97, 0.03), List.of(0.5, 0.5), List.of());
        var identifier = levels(
                List.of("exact", "typo", "twoTypos", "different"),
                List.of(0.9, 0.05, 0.01, 0.04),
                List.of(0.000001, 0.00001, 0.0001, 0.999889),
                List.of());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("postcode", field("postcode", postcode));
        fields.put("gender", field("gender", gender));
        fields.put("passport", field("identifier", identifier));
        map(fields.get("passport")).put("fields", List.of("passport"));
        map(fields.get("gender")).put("frequencies", map("otherwise", 0.01, "shares", map("female", 0.7, "male", 0.2)));
        return map("name", "plain", "version", 3, "prior", 0.001, "relatedPrior", 0.002, "fields", fields);
    }

    private static Map<String, Object> field(String kind, Map<String, Object> levels) {
        return map("comparison", kind, "levels", levels);
    }

    private static Map<String, Object> levels(
            List<String> names, List<Double> m, List<Double> u, List<Double> related) {
        var levels = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.size(); i++) {
            var level = map("m", m.get(i), "u", u.get(i));
            if (!related.isEmpty()) {
                level.put("related", related.get(i));
            }
            levels.put(names.get(i), level);
        }
        return levels;
    }

    static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** The map at a path, {@code fields/gender/levels}, to be changed. */
    static Map<String, Object> at(Map<String, Object> document, String path) {
        Map<String, Object> found = document;
        for (String part : path.split("/")) {
            found = map(found.get(part));
        }
        return found;
    }
}
