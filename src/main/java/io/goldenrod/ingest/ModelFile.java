package io.goldenrod.ingest;

import io.goldenrod.match.Blocking;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.ModelReader;
import io.goldenrod.match.ModelWriter;
import io.goldenrod.match.Score;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.ModelCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that policies name: those that the product ships with, by name, and files beside the policy. */
public final class ModelFile implements ModelCatalog {

    /** The models that the product ships with: records of people, and of organisations. */
    public static final List<String> SHIPPED = List.of("people", "organizations");

    /** Null where no file is looked for. */
    private final Path folder;

    private final Map<String, MatchModel> given;

    /**
     * @param folder where relative paths of models start
     */
    public ModelFile(Path folder) {
        this(folder, Map.of());
    }

    private ModelFile(Path folder, Map<String, MatchModel> given) {
        this.folder = folder;
        this.given = given;
    }

    /**
     * No files: the shipped models and some others, which come before those.
     *
     * @param given by the names that a policy calls them
     */
    public static ModelFile given(Map<String, MatchModel> given) {
        return new ModelFile(null, Map.copyOf(given));
    }

    /**
     * The model of that name or path; empty when there is none.
     *
     * @throws UnreadableDocument when the file is too large or broken YAML
     * @throws InvalidPolicy with everything that is wrong with its content, by path and line
     */
    public Optional<MatchModel> find(String model) {
        if (given.containsKey(model)) {
            return Optional.of(given.get(model));
        }
        if (SHIPPED.contains(model)) {
            return Optional.of(shipped(model));
        }
        if (folder == null) {
            return Optional.empty();
        }
        Path file;
        try {
            file = folder.resolve(model);
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
        return Files.isRegularFile(file) ? Optional.of(load(file)) : Optional.empty();
    }

    /**
     * The model of a file.
     *
     * @throws UnreadableDocument when the file is absent, too large or broken YAML
     * @throws InvalidPolicy with everything that is wrong with its content, by path and line
     */
    public static MatchModel load(Path file) {
        return of(YamlDocument.load(file));
    }

    /**
     * The model of a text.
     *
     * @throws InvalidPolicy with everything that is wrong with its content, by path and line
     */
    public static MatchModel of(YamlDocument document) {
        try {
            return ModelReader.read(document.values(), document.name());
        } catch (InvalidPolicy invalid) {
            throw invalid.in(document.name(), document::lineOf);
        }
    }

    /** The model as YAML: read again, it gives the same hash. */
    public static String write(MatchModel model) {
        return YamlDocument.write(ModelWriter.toMap(model));
    }

    /** @param name one of {@link #SHIPPED} */
    private static MatchModel shipped(String name) {
        String resource = "model/" + name + ".yml";
        try (InputStream in = ModelFile.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return of(YamlDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Optional<String> hashOf(String model) {
        return find(model).map(MatchModel::hash);
    }

    @Override
    public Optional<String> problemOf(String model, double match) {
        MatchModel found = find(model).orElseThrow();
        double needed = Score.weight(match);
        if (found.weightMax() < needed) {
            return Optional.of(
                    "with this model no two records reach it: the best is " + Score.probability(found.weightMax()));
        }
        return Score.weight(found.prior()) >= needed
                ? Optional.of(
                        "with this model any two records reach it, whatever they say: its prior is " + found.prior())
                : Optional.empty();
    }

    @Override
    public Optional<String> problemOf(BlockingRule.Part part) {
        return Blocking.problemOf(part);
    }
}
