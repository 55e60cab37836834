package io.goldenrod.ingest;

import io.goldenrod.match.Blocking;
import io.goldenrod.match.MatchModel;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.policy.ModelCatalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The models that policies name: those that the product ships with, by name, and files beside the policy. */
public final class ModelFile implements ModelCatalog {

    private static final Map<String, MatchModel> SHIPPED = Map.of();

    private final Path folder;

    /**
     * @param folder where relative paths of models start
     */
    public ModelFile(Path folder) {
        this.folder = folder;
    }

    /** The model of that name or path; empty when there is none. */
    public Optional<MatchModel> find(String model) {
        return Optional.ofNullable(SHIPPED.get(model));
    }

    @Override
    public Optional<String> hashOf(String model) {
        return find(model).map(MatchModel::hash);
    }

    @Override
    public Optional<String> problemOf(BlockingRule.Part part) {
        return Blocking.problemOf(part);
    }
}
