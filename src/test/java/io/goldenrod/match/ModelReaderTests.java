package io.goldenrod.match;

import static io.goldenrod.match.ModelDocuments.at;
import static io.goldenrod.match.ModelDocuments.map;
import static io.goldenrod.match.ModelDocuments.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.InvalidPolicy.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelReaderTests {

    @Test
    void everyFigureIsRead() {
        MatchModel model = ModelReader.read(plain(), "plain.yml");

        assertThat(model.name()).isEqualTo("plain");
        assertThat(model.version()).isEqualTo(3);
        assertThat(model.prior()).isEqualTo(0.001);
        assertThat(model.relatedPrior()).isEqualTo(0.002);
        assertThat(model.fields()).extracting(FieldModel::name).containsExactly("postcode", "gender", "passport");
        FieldModel postcode = model.fields().get(0);
        assertThat(postcode.m()).containsExactly(0.7, 0.05, 0.05, 0.2);
        assertThat(postcode.u()).containsExactly(0.001, 0.001, 0.01, 0.988);
        assertThat(postcode.related()).containsExactly(0.8, 0.05, 0.05, 0.1);
        assertThat(postcode.isIdentity()).isFalse();
        assertThat(model.fields().get(1).isIdentity()).isTrue();
        assertThat(model.fields().get(1).frequencies().shares()).containsEntry("female", 0.7);
        assertThat(model.fields().get(2).reads()).containsExactly("passport");
        assertThat(model.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void whatIsWrittenIsReadToAnEqualModel() {
        MatchModel model = ModelReader.read(plain(), "plain.yml");

        MatchModel again = ModelReader.read(ModelWriter.toMap(model), "again.yml");

        assertThat(again.hash()).isEqualTo(model.hash());
        assertThat(ModelWriter.toMap(again)).isEqualTo(ModelWriter.toMap(model));
    }

    @Test
    void anyOtherFigureOrOrderIsAnotherModel() {
        String hash = ModelReader.read(plain(), "plain.yml").hash();
        List<Map<String, Object>> others = new ArrayList<>();
        Stream.of("name", "version", "prior", "relatedPrior").forEach(key -> {
            Map<String, Object> other = plain();
            other.put(key, Map.<String, Object>of("name", "other", "version", 4).getOrDefault(key, 0.0015));
            others.add(other);
        });
        Map<String, Object> reversed = plain();
        var fields = new LinkedHashMap<String, Object>();
        var names = new ArrayList<>(at(reversed, "fields").keySet());
        Collections.reverse(names);
        names.forEach(name -> fields.put(name, at(plain(), "fields").get(name)));
        reversed.put("fields", fields);
        others.add(reversed);
        Map<String, Object> frequent = plain();
        at(frequent, "fields/gender/frequencies/shares").put("female", 0.71);
        others.add(frequent);

        assertThat(others.stream().map(other -> ModelReader.read(other, "other").hash()))
                .doesNotHaveDuplicates()
                .doesNotContain(hash);
    }

    private interface Break {
        void in(Map<String, Object> document);
    }

    private static Arguments broken(String path, Break change) {
        return Arguments.of(path, change);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                broken("name", model -> model.remove("name")),
                broken("version", model -> model.put("version", 0)),
                broken("version", model -> model.remove("version")),
                broken("prior", model -> model.put("prior", 0)),
                broken("prior", model -> model.put("prior", 0.5)),
                broken("prior", model -> model.remove("prior")),
                broken("relatedPrior", model -> model.put("relatedPrior", 0.9)),
                broken("extra", model -> model.put("extra", 1)),
                broken("fields", model -> model.put("fields", map())),
                broken(
                        "fields.gender.comparison",
                        model -> at(model, "fields/gender").put("comparison", "gendre")),
                broken(
                        "fields.gender.comparison",
                        model -> at(model, "fields/gender").remove("comparison")),
                broken(
                        "fields.passport.fields",
                        model -> at(model, "fields/passport").remove("fields")),
                broken(
                        "fields.gender.levels",
                        model -> at(model, "fields/gender/levels").remove("same")),
                broken(
                        "fields.gender.levels.close",
                        model -> at(model, "fields/gender/levels").put("close", map("m", 0.1, "u", 0.1))),
                broken("fields.gender.levels", model -> {
                    Map<String, Object> levels = at(model, "fields/gender/levels");
                    levels.put("same", levels.remove("same"));
                }),
                broken(
                        "fields.gender.levels.same.m",
                        model -> at(model, "fields/gender/levels/same").put("m", 1)),
                broken(
                        "fields.gender.levels.same.u",
                        model -> at(model, "fields/gender/levels/same").put("u", 0)),
                broken(
                        "fields.gender.levels.same.m",
                        model -> at(model, "fields/gender/levels/same").remove("m")),
                broken(
                        "fields.gender.levels",
                        model -> at(model, "fields/gender/levels/same").put("m", 0.9)),
                broken(
                        "fields.postcode.levels.area.related",
                        model -> at(model, "fields/postcode/levels/area").remove("related")),
                broken(
                        "fields.gender.frequencies.otherwise",
                        model -> at(model, "fields/gender/frequencies").put("otherwise", 0)),
                broken(
                        "fields.gender.frequencies.shares",
                        model -> at(model, "fields/gender/frequencies/shares").put("other", 0.2)),
                broken(
                        "fields.a b",
                        model -> at(model, "fields")
                                .put("a b", at(model, "fields").get("gender"))),
                broken("fields", model -> model.put("prior", 0.00000001)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void aModelThatContradictsItselfIsRefused(String path, Break change) {
        Map<String, Object> document = plain();
        if (path.equals("fields")) {
            at(document, "fields").remove("passport");
        }
        change.in(document);

        InvalidPolicy refusal =
                catchThrowableOfType(InvalidPolicy.class, () -> ModelReader.read(document, "broken.yml"));

        assertThat(refusal.problems()).extracting(Problem::path).contains(path);
        assertThat(refusal.getMessage()).startsWith("broken.yml has ");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        Map<String, Object> document = plain();
        document.put("version", 0);
        at(document, "fields/gender/levels/same").put("m", 0);
        at(document, "fields/postcode").put("comparison", "poscode");

        InvalidPolicy refusal =
                catchThrowableOfType(InvalidPolicy.class, () -> ModelReader.read(document, "broken.yml"));

        assertThat(refusal.problems())
                .extracting(Problem::path)
                .containsExactly("version", "fields.postcode.comparison", "fields.gender.levels.same.m");
        assertThat(refusal.getMessage()).contains("did you mean \"postcode\"?");
    }
}
