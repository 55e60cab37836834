package io.goldenrod.ingest;

import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.ModelReader;
import io.goldenrod.match.ModelWriter;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.InvalidPolicy.Problem;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.PolicyWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A policy with the model that it names: all that is needed to resolve records by it.
 *
 * @param matcher null when the policy matches by identifiers alone
 */
public record CompletePolicy(Policy policy, Matcher matcher) {

    private static final String MATCHING = "matching";
    private static final String MODEL = "model";

    /** The policy for customer data that the product ships with. */
    public static CompletePolicy shipped() {
        return of(PolicyFile.shipped(), new ModelFile(Path.of("")));
    }

    /**
     * The policy of a file, and the model beside it.
     *
     * @throws UnreadableDocument when a file is absent, too large or broken YAML
     * @throws InvalidPolicy with everything that is wrong, by path and line
     */
    public static CompletePolicy load(Path file) {
        Path path = file.toAbsolutePath();
        return of(PolicyFile.load(path), new ModelFile(path.getParent()));
    }

    /** Of a policy that names one of these models, or none. */
    static CompletePolicy of(Policy policy, ModelFile models) {
        return new CompletePolicy(
                policy,
                policy.matching() == null
                        ? null
                        : new Matcher(
                                policy.matching(),
                                models.find(policy.matching().model()).orElseThrow()));
    }

    /**
     * A policy that somebody sends: YAML or JSON, whole or with {@code extends}. {@code matching.model} is the name of
     * a shipped model or, as a map, the model itself; no file is looked at.
     *
     * @throws UnreadableDocument when it is too large or broken
     * @throws InvalidPolicy with everything that is wrong, by path and line
     */
    public static CompletePolicy sent(String text) {
        // in JSON a tab is a blank like any other, which YAML does not know
        String readable = text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
        YamlDocument document = YamlDocument.parse(readable, "the policy");
        try {
            Map<String, Object> whole = PolicyFile.whole(document.values());
            MatchModel model = modelWithin(whole);
            CompletePolicy sent = model == null
                    ? read(whole, ModelFile.given(Map.of()))
                    : read(naming(whole, model.name()), ModelFile.given(Map.of(model.name(), model)));
            requireLinks(sent.policy);
            return sent;
        } catch (InvalidPolicy invalid) {
            throw invalid.in(document.name(), document::lineOf);
        }
    }

    private static CompletePolicy read(Map<String, Object> whole, ModelFile models) {
        return of(PolicyFile.read(whole, models), models);
    }

    /** Null when there is none. */
    private static MatchModel modelWithin(Map<String, Object> whole) {
        if (!(whole.get(MATCHING) instanceof Map<?, ?> matching) || !(matching.get(MODEL) instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> written = new LinkedHashMap<>();
        map.forEach((key, value) -> written.put((String) key, value));
        try {
            return ModelReader.read(written, "the model");
        } catch (InvalidPolicy invalid) {
            String place = MATCHING + "." + MODEL;
            List<Problem> problems = invalid.problems().stream()
                    .map(each -> new Problem(
                            each.path().isEmpty() ? place : place + "." + each.path(), each.given(), each.allowed(), 0))
                    .toList();
            throw new InvalidPolicy("the policy", problems);
        }
    }

    private static Map<String, Object> naming(Map<String, Object> whole, Object model) {
        Map<String, Object> matching = new LinkedHashMap<>();
        ((Map<?, ?>) whole.get(MATCHING)).forEach((key, value) -> matching.put((String) key, value));
        matching.put(MODEL, model);
        Map<String, Object> renamed = new LinkedHashMap<>(whole);
        renamed.put(MATCHING, matching);
        return renamed;
    }

    private static void requireLinks(Policy policy) {
        if (policy.matching() == null && policy.types().stream().allMatch(type -> type.linking() == Linking.NONE)) {
            throw new InvalidPolicy(
                    "the policy",
                    List.of(new Problem(
                            "identifierTypes",
                            "no type that links",
                            "let one link, or match records: else every record is a customer of its own",
                            0)));
        }
    }

    /**
     * A policy as {@link #document()} and {@link #model()} wrote it.
     *
     * @param model null when the policy matches by identifiers alone
     * @param hash by which it is known: that of the version of the program which wrote it
     * @throws InvalidPolicy when this version of the program does not take it
     */
    public static CompletePolicy kept(String document, String model, String hash) {
        YamlDocument written = YamlDocument.parse(document, "the policy in force");
        Map<String, MatchModel> models = Map.of();
        if (model != null && written.values().get(MATCHING) instanceof Map<?, ?> matching) {
            MatchModel read = ModelFile.of(YamlDocument.parse(model, "the model of the policy in force"));
            models = Map.of(String.valueOf(matching.get(MODEL)), read);
        }
        CompletePolicy complete;
        try {
            complete = read(written.values(), ModelFile.given(models));
        } catch (InvalidPolicy invalid) {
            throw invalid.in(written.name(), written::lineOf);
        }
        Policy policy = complete.policy;
        return new CompletePolicy(
                new Policy(
                        policy.name(),
                        policy.identifierTypes(),
                        policy.vetoes(),
                        policy.survivorship(),
                        policy.sources(),
                        policy.defaultSource(),
                        policy.maxComponentLinks(),
                        policy.matching(),
                        hash),
                complete.matcher);
    }

    /** The policy as YAML that stands alone but for its model. */
    public String document() {
        return PolicyFile.effective(policy);
    }

    /** The model as YAML; null when there is none. */
    public String model() {
        return matcher == null ? null : ModelFile.write(matcher.model());
    }

    /** The policy as YAML that stands alone, with its model unless that is a shipped one: {@link #sent} reads it. */
    public String wholeDocument() {
        return YamlDocument.write(wholeMap());
    }

    /** The same as maps, lists, texts and numbers. */
    public Map<String, Object> wholeMap() {
        Map<String, Object> whole = PolicyWriter.toMap(policy);
        boolean shipped = matcher == null
                || ModelFile.given(Map.of())
                        .hashOf(policy.matching().model())
                        .filter(matcher.model().hash()::equals)
                        .isPresent();
        return shipped ? whole : naming(whole, ModelWriter.toMap(matcher.model()));
    }

    /** Whether both decide alike, whatever they are called. */
    public boolean decidesAs(CompletePolicy other) {
        return Objects.equals(ruling(), other.ruling());
    }

    private Map<String, Object> ruling() {
        Map<String, Object> whole = new LinkedHashMap<>(PolicyWriter.toMap(policy));
        whole.remove("name");
        return matcher == null ? whole : naming(whole, matcher.model().hash());
    }
}
