package io.goldenrod.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.match.MatchModel;
import io.goldenrod.policy.InvalidPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ModelFileTests {

    private static final String POLICY = """
            extends: default
            name: own
            matching:
              model: %s
              match: %s
              blocking: {birth: [birthDate]}
            """;

    static final List<String> SHIPPED = ModelFile.SHIPPED;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theShippedModelsAreWhole(String name) {
        MatchModel model = new ModelFile(Path.of("")).find(name).orElseThrow();

        assertThat(model.name()).isEqualTo(name);
        assertThat(model.weightMax()).isGreaterThan(10);
        model.fields().forEach(field -> {
            assertThat(field.weight(0)).as(field.name()).isPositive();
            assertThat(field.weight(field.m().size() - 1)).as(field.name()).isNegative();
        });
        assertThat(ModelFile.of(YamlDocument.parse(ModelFile.write(model), "again"))
                        .hash())
                .isEqualTo(model.hash());
    }

    @Test
    void aPolicyNamesAModelBesideIt() throws IOException {
        MatchModel people = new ModelFile(Path.of("")).find("people").orElseThrow();
        Files.writeString(directory.resolve("model.yml"), ModelFile.write(people));
        Path policy = Files.writeString(directory.resolve("policy.yml"), POLICY.formatted("model.yml", "0.9"));

        assertThat(PolicyFile.load(policy).matching().modelHash()).isEqualTo(people.hash());
    }

    @Test
    void aPolicyTellsEverythingThatIsWrongWithItsModel() throws IOException {
        Files.writeString(directory.resolve("model.yml"), "name: x\nversion: 0\nprior: 0\nfields: {}\n");
        Path policy = Files.writeString(directory.resolve("policy.yml"), POLICY.formatted("model.yml", "0.9"));

        assertThatThrownBy(() -> PolicyFile.load(policy))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("matching.model (line 4)")
                .hasMessageContaining("in that model, version (line 2)")
                .hasMessageContaining("in that model, prior (line 3)")
                .hasMessageContaining("in that model, fields (line 4)");
    }

    @Test
    void aPolicyThatNoPairCouldReachIsRefused() throws IOException {
        Files.writeString(directory.resolve("weak.yml"), """
                name: weak
                version: 1
                prior: 0.4
                fields:
                  gender: {comparison: gender, levels: {same: {m: 0.9, u: 0.5}, different: {m: 0.1, u: 0.5}}}
                """);
        Path never = Files.writeString(directory.resolve("never.yml"), POLICY.formatted("weak.yml", "0.9"));
        Path always = Files.writeString(
                directory.resolve("always.yml"), POLICY.formatted("weak.yml", "0.3") + "  review: 0.2\n");

        assertThatThrownBy(() -> PolicyFile.load(never))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("no two records reach it");
        assertThatThrownBy(() -> PolicyFile.load(always))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("any two records reach it");
    }

    @Test
    void whatIsNotThereIsNoModel() {
        var models = new ModelFile(directory);

        assertThat(models.find("none.yml")).isEmpty();
        assertThat(models.find("\0")).isEmpty();
        assertThat(models.find("")).isEmpty();
    }
}
