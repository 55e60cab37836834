package io.goldenrod.cli;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordIntake.IntakeUnavailable;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/** Where {@code ingest} sends records: into a store, or to a running service. */
@FunctionalInterface
interface RecordSink {

    /**
     * What became of a record.
     *
     * @param outcome null when refused
     */
    record Answer(String outcome, int held, int warnings, List<FieldProblem> errors) {}

    /** @return one answer for each record, in order */
    CompletableFuture<List<Answer>> send(List<RawRecord> records);

    static RecordSink into(RecordIntake intake, String request) {
        return records -> intake.submit(records, request)
                .thenApply(answers -> answers.stream().map(RecordSink::answer).toList());
    }

    static RecordSink to(ServiceClient service, ExecutorService senders) {
        return records -> CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return service.ingest(records).stream()
                                .map(RecordSink::answer)
                                .toList();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                senders);
    }

    private static Answer answer(RecordAnswer answer) {
        return answer.accepted()
                ? new Answer(
                        answer.outcome().name(),
                        answer.held().size(),
                        answer.warnings().size(),
                        List.of())
                : new Answer(null, 0, 0, answer.errors());
    }

    private static Answer answer(Map<String, Object> json) {
        if ("ACCEPTED".equals(json.get("status"))) {
            return new Answer(
                    String.valueOf(json.get("outcome")), size(json.get("held")), size(json.get("warnings")), List.of());
        }
        if ("REJECTED".equals(json.get("status"))) {
            var errors = new ArrayList<FieldProblem>();
            if (json.get("errors") instanceof List<?> list) {
                for (Object each : list) {
                    if (each instanceof Map<?, ?> error) {
                        errors.add(new FieldProblem(
                                String.valueOf(error.get("field")),
                                String.valueOf(error.get("code")),
                                String.valueOf(error.get("message"))));
                    }
                }
            }
            return new Answer(
                    null,
                    0,
                    0,
                    errors.isEmpty() ? List.of(new FieldProblem("record", "refused", "no reason given")) : errors);
        }
        throw new IntakeUnavailable("the service could not take every record; run the command again", null);
    }

    private static int size(Object list) {
        return list instanceof List<?> present ? present.size() : 0;
    }
}
