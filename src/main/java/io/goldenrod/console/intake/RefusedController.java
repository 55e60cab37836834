package io.goldenrod.console.intake;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.graph.Page;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.Quarantine.Refusal;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordIntake.IntakeUnavailable;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.resolution.RecordAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Refused lines: looked at, sent again, thrown away. */
@Controller
class RefusedController {

    private static final int SHOWN = 20;
    private static final int BODY_SHOWN_MAX = 4_000;
    private static final long ANSWER_SECONDS_MAX = 60;

    private final Quarantine quarantine;
    private final RecordIntake intake;
    private final RecordJson json;
    private final Values values;

    RefusedController(Quarantine quarantine, RecordIntake intake, RecordJson json, Values values) {
        this.quarantine = quarantine;
        this.intake = intake;
        this.json = json;
        this.values = values;
    }

    /** A refused line. @param body null where nothing of it was kept */
    record RefusalView(
            String id,
            Instant at,
            Shown request,
            long line,
            String source,
            Shown body,
            boolean isCut,
            boolean isComplete,
            List<Shown> errors) {}

    /** @param done what was just done: {@code sent}, {@code still} or {@code thrown}; or null */
    @GetMapping("/ingest/refused")
    String list(
            @RequestParam(defaultValue = "") String after, @RequestParam(required = false) String done, Model model) {
        Page<Refusal> page = quarantine.page(after, SHOWN);
        model.addAttribute("lines", page.items().stream().map(this::view).toList());
        model.addAttribute("after", after);
        model.addAttribute("next", page.next());
        model.addAttribute(
                "done", done != null && List.of("sent", "still", "thrown").contains(done) ? done : null);
        return "refused";
    }

    private RefusalView view(Refusal refusal) {
        String body = refusal.body();
        boolean isCut = body.length() > BODY_SHOWN_MAX;
        return new RefusalView(
                refusal.id(),
                refusal.at(),
                values.request(refusal.request()),
                refusal.line(),
                refusal.source(),
                body.isEmpty() ? null : values.raw(isCut ? body.substring(0, BODY_SHOWN_MAX) : body),
                isCut,
                refusal.complete(),
                refusal.errors().stream()
                        .map(each -> values.words(each.field() + ": " + each.message()))
                        .toList());
    }

    @PostMapping("/ingest/refused/{id}/again")
    String again(@PathVariable String id, @RequestParam(defaultValue = "") String after) {
        Refusal refusal = quarantine.find(id).orElseThrow(() -> ConsoleProblem.notFound("refused.gone"));
        if (!refusal.complete()) {
            throw ConsoleProblem.refused("refused.incomplete");
        }
        boolean isTaken = json.read(refusal.body().getBytes(StandardCharsets.UTF_8)) instanceof ParsedRecord.Read read
                && submit(read).accepted();
        if (isTaken) {
            quarantine.delete(id);
        }
        return back(after, isTaken ? "sent" : "still");
    }

    @PostMapping("/ingest/refused/{id}/throw")
    String discard(@PathVariable String id, @RequestParam(defaultValue = "") String after) {
        quarantine.delete(id);
        return back(after, "thrown");
    }

    private static String back(String after, String done) {
        return "redirect:/ingest/refused?done=" + done
                + (after.isEmpty() ? "" : "&after=" + io.goldenrod.console.Links.encoded(after));
    }

    private RecordAnswer submit(ParsedRecord.Read read) {
        try {
            return intake.submit(List.of(read.record()), Acting.requestName())
                    .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                    .get(0);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IntakeUnavailable("the record was not taken", e.getCause());
        } catch (TimeoutException e) {
            throw new IntakeUnavailable("the record was not taken in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("the service stops", e);
        }
    }
}
