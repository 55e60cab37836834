package io.goldenrod.match;

import io.goldenrod.policy.CanonicalMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows a model as a document, and names it by its hash. {@link ModelReader} reads what is shown to an equal model. */
public final class ModelWriter {

    private ModelWriter() {}

    /** The model as a document of maps, lists, texts and numbers, in a stable order, without its hash. */
    public static Map<String, Object> toMap(MatchModel model) {
        var fields = new LinkedHashMap<String, Object>();
        model.fields().forEach(field -> fields.put(field.name(), field(field)));
        var map = new LinkedHashMap<String, Object>();
        map.put("name", model.name());
        map.put("version", model.version());
        map.put("prior", model.prior());
        map.put("relatedPrior", model.relatedPrior());
        if (model.neighborsPrior() > 0) {
            map.put("neighborsPrior", model.neighborsPrior());
        }
        map.put("fields", fields);
        return map;
    }

    /**
     * A model with its hash: the {@link CanonicalMap#hash} of {@link #toMap} and, as sums are taken in the order of the
     * fields, of that order.
     */
    public static MatchModel hashed(
            String name,
            int version,
            double prior,
            double relatedPrior,
            double neighborsPrior,
            List<FieldModel> fields) {
        var unhashed = new MatchModel(name, version, prior, relatedPrior, neighborsPrior, fields, "");
        Map<String, Object> document = toMap(unhashed);
        document.put("order", fields.stream().map(FieldModel::name).toList());
        return new MatchModel(name, version, prior, relatedPrior, neighborsPrior, fields, CanonicalMap.hash(document));
    }

    /** As the other, of a model that knows no neighbours. */
    public static MatchModel hashed(
            String name, int version, double prior, double relatedPrior, List<FieldModel> fields) {
        return hashed(name, version, prior, relatedPrior, 0, fields);
    }

    private static Map<String, Object> field(FieldModel field) {
        var levels = new LinkedHashMap<String, Object>();
        List<String> names = field.comparison().levels();
        for (int i = 0; i < names.size(); i++) {
            var level = new LinkedHashMap<String, Object>();
            level.put("m", field.m().get(i));
            level.put("u", field.u().get(i));
            if (!field.isIdentity()) {
                level.put("related", field.related().get(i));
            }
            if (!field.neighbors().isEmpty()) {
                level.put("neighbors", field.neighbors().get(i));
            }
            levels.put(names.get(i), level);
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("comparison", field.comparison().kind());
        if (!field.reads().isEmpty()) {
            map.put("fields", field.reads());
        }
        map.put("levels", levels);
        if (!field.frequencies().isEmpty()) {
            var frequencies = new LinkedHashMap<String, Object>();
            frequencies.put("otherwise", field.frequencies().otherwise());
            frequencies.put("shares", new TreeMap<>(field.frequencies().shares()));
            map.put("frequencies", frequencies);
        }
        return map;
    }
}
