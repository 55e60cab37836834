package io.goldenrod.match.training;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Blocking;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.FieldModel;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.ModelWriter;
import io.goldenrod.match.PairScoring;
import io.goldenrod.match.Subject;
import io.goldenrod.match.TermFrequencies;
import io.goldenrod.match.training.Training.Evidence;
import io.goldenrod.match.training.Training.Iteration;
import io.goldenrod.policy.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Learns a model from records. Deterministic: the same records in the same order, labels, template and settings give
 * the same model. Holds a prepared value for each record and field; pairs are counted, not held.
 */
public final class Trainer {

    /** A field that a smaller share of records has keeps the template's figures. */
    private static final double PRESENT_MIN = 0.01;

    private static final int RECORDS_WITH_FIELD_MIN = 20;
    private static final int TERMS_MIN = 30;
    private static final int TERM_RECORDS_MIN = 3;
    /** An e-mail or number that is some few people's tells who they are; one of ten records is an office's. */
    private static final int PERSONAL_TERM_RECORDS_MIN = 10;

    private static final Set<String> PERSONAL_KINDS = Set.of("email", "phone", "identifier", "address");
    private static final double DISAGREEMENT_MAX = 0.5;
    private static final double SAME_MIN = 20;

    private final MatchModel template;
    private final TrainingSettings settings;
    private final Progress progress;

    /** Told of how far the training is. */
    @FunctionalInterface
    public interface Progress {
        void at(String what, long done, long all);
    }

    /** @param template says which fields to compare and how; its figures are where learning starts from */
    public Trainer(MatchModel template, TrainingSettings settings, Progress progress) {
        this.template = template;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Learns from the pairs that a policy's blocking finds, whatever the order of the records.
     *
     * @param name of the new model
     * @param version of the new model, 1 or more
     * @param records each with a key of its own
     * @param entityOf the person that a record is of, as far as it is known, otherwise null; null without labels
     * @throws IllegalArgumentException when there are less than two records
     */
    public Training train(
            String name,
            int version,
            Collection<SourceRecord> records,
            Matching matching,
            Function<RecordKey, String> entityOf) {
        Map<RecordKey, SourceRecord> byKey = new TreeMap<>();
        records.forEach(record -> byKey.put(record.key(), record));
        var candidates = new CandidatePairs.Builder(matching.blockRecordsMax());
        var blocking = new Blocking(matching.blocking());
        Map<String, Integer> numbers = new HashMap<>();
        int[] entities = new int[byKey.size()];
        int count = 0;
        for (SourceRecord record : byKey.values()) {
            candidates.add(blocking.keys(record));
            String entity = entityOf == null ? null : entityOf.apply(record.key());
            entities[count++] = entity == null ? -1 : numbers.computeIfAbsent(entity, each -> numbers.size());
        }
        return train(
                name, version, List.copyOf(byKey.values()), candidates.build(), entityOf == null ? null : entities);
    }

    /**
     * Learns from records.
     *
     * @param name of the new model
     * @param version of the new model, 1 or more
     * @param candidates of the records, numbered as they are listed
     * @param entities by record: which person it is of, a number, -1 when not known; null without labels
     * @throws IllegalArgumentException when there are less than two records
     */
    public Training train(
            String name, int version, List<SourceRecord> records, CandidatePairs candidates, int[] entities) {
        if (records.size() < 2) {
            throw new IllegalArgumentException("a model is learnt from two records or more");
        }
        Subject[] subjects =
                PairScoring.subjects(template, records, Runtime.getRuntime().availableProcessors());
        TermCounts[] terms = new TermCounts[template.fields().size()];
        int[] present = new int[terms.length];
        Arrays.setAll(terms, i -> new TermCounts(isPersonal(i) ? PERSONAL_TERM_RECORDS_MIN : TERM_RECORDS_MIN));
        for (int i = 0; i < subjects.length; i++) {
            for (int field = 0; field < terms.length; field++) {
                terms[field].add(template.termsOf(field, subjects[i]));
                present[field] += subjects[i].has(field) ? 1 : 0;
            }
        }
        MatchModel working = withFrequencies(terms);
        Arrays.setAll(subjects, i -> working.subject(subjects[i]));
        var sample = new PairSample(working, subjects, entities, settings, progress);
        sample.takeRandom();
        sample.takeCandidates(candidates);
        var estimate = new Estimate(
                working, sample.candidates(), sample.random(), sample.all(), sample.share(), settings.pseudoPairs());
        estimate.start(
                subjects.length / 2.0,
                subjects.length / 2.0,
                template.neighborsPrior() > 0 ? subjects.length / 2.0 : 0);
        List<Iteration> iterations = new ArrayList<>();
        boolean converged = false;
        while (!converged && iterations.size() < settings.iterationsMax()) {
            double change = estimate.step();
            iterations.add(new Iteration(
                    iterations.size() + 1,
                    change,
                    estimate.logLikelihood(),
                    estimate.prior * sample.all(),
                    estimate.relatedPrior * sample.all()));
            converged = change <= settings.changeMax();
            progress.at("iterations", iterations.size(), settings.iterationsMax());
        }
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            evidence.add(new Evidence(
                    template.fields().get(i).name(), (double) present[i] / subjects.length, estimate.evidence[i]));
        }
        MatchModel model = model(name, version, working, estimate, present, subjects.length);
        var pairs = new Training.Pairs(
                subjects.length,
                sample.all(),
                sample.candidatesFound(),
                sample.candidates().pairs(),
                sample.random().pairs(),
                sample.candidates().labelledSame(),
                estimate.prior * sample.all(),
                estimate.relatedPrior * sample.all());
        return new Training(
                model,
                template,
                settings,
                pairs,
                iterations,
                converged,
                evidence,
                warnings(model, estimate, pairs, converged, present));
    }

    private boolean isPersonal(int field) {
        return PERSONAL_KINDS.contains(template.fields().get(field).comparison().kind());
    }

    private MatchModel withFrequencies(TermCounts[] terms) {
        List<FieldModel> fields = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            FieldModel field = template.fields().get(i);
            TermFrequencies counted = terms[i].frequencies(TERMS_MIN);
            fields.add(new FieldModel(
                    field.name(),
                    field.comparison(),
                    field.reads(),
                    field.m(),
                    field.u(),
                    field.related(),
                    field.neighbors(),
                    counted.isEmpty() ? field.frequencies() : counted));
        }
        return new MatchModel(
                template.name(),
                template.version(),
                template.prior(),
                template.relatedPrior(),
                template.neighborsPrior(),
                fields,
                "");
    }

    private boolean isLearnt(int present, int records) {
        return present >= RECORDS_WITH_FIELD_MIN && present >= PRESENT_MIN * records;
    }

    private MatchModel model(
            String name, int version, MatchModel working, Estimate estimate, int[] present, int records) {
        List<FieldModel> fields = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            FieldModel field = working.fields().get(i);
            fields.add(
                    !isLearnt(present[i], records)
                            ? template.fields().get(i)
                            : new FieldModel(
                                    field.name(),
                                    field.comparison(),
                                    field.reads(),
                                    rounded(estimate.m[i]),
                                    rounded(estimate.u[i]),
                                    rounded(estimate.related[i]),
                                    rounded(estimate.neighbors[i]),
                                    field.frequencies()));
        }
        double prior = settings.prior() > 0 ? settings.prior() : estimate.prior;
        double scale = prior / estimate.prior;
        return ModelWriter.hashed(
                name,
                version,
                Rounding.significant(prior),
                Rounding.significant(Math.min(estimate.relatedPrior * scale, estimate.relatedPrior)),
                Rounding.significant(Math.min(estimate.neighborsPrior * scale, estimate.neighborsPrior)),
                fields);
    }

    private static List<Double> rounded(double[] values) {
        if (values == null) {
            return List.of();
        }
        return Arrays.stream(values).map(Rounding::chance).boxed().toList();
    }

    private List<String> warnings(
            MatchModel model, Estimate estimate, Training.Pairs pairs, boolean converged, int[] present) {
        List<String> warnings = new ArrayList<>();
        if (!converged) {
            warnings.add("not converged after " + settings.iterationsMax()
                    + " iterations: allow more, or doubt the figures");
        }
        if (pairs.same() < SAME_MIN) {
            warnings.add("fewer than " + (int) SAME_MIN
                    + " pairs of one person were found: the template's figures are all there is");
        }
        for (int i = 0; i < present.length; i++) {
            FieldModel field = model.fields().get(i);
            int last = field.m().size() - 1;
            if (present[i] == 0) {
                continue;
            }
            if (!isLearnt(present[i], (int) pairs.records())) {
                warnings.add(field.name() + " is nearly always missing and keeps the template's figures");
            } else if (field.isIdentity() && field.m().get(last) > DISAGREEMENT_MAX) {
                warnings.add(
                        field.name() + " disagrees in more than half of the pairs taken for one person: they may be"
                                + " of one household or place instead; look at the pairs, or give labels");
            } else if (field.weight(last) > 0) {
                warnings.add(field.name() + " speaks for one person where it disagrees: leave it out, or give labels");
            } else if (field.weight(0) < 0) {
                warnings.add(field.name() + " speaks against one person where it agrees: leave it out, or give labels");
            }
        }
        return warnings;
    }
}
