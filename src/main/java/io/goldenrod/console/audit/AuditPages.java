package io.goldenrod.console.audit;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.DecisionWords;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Search;
import io.goldenrod.graph.Page;
import io.goldenrod.lineage.Decision.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of everything, and whether it is what it was. */
@Controller
class AuditPages {

    private static final int SHOWN = 50;
    private static final int TEXT_LENGTH_MAX = 2_000;

    private final DecisionLog log;
    private final Finding finding;
    private final Export export;
    private final ChainVerification verification;
    private final DecisionWords decisions;
    private final MessageSource words;

    AuditPages(
            DecisionLog log,
            Finding finding,
            Export export,
            ChainVerification verification,
            DecisionWords decisions,
            MessageSource words) {
        this.log = log;
        this.finding = finding;
        this.export = export;
        this.verification = verification;
        this.decisions = decisions;
        this.words = words;
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(required = false) String subject,
            @RequestParam(required = false) List<String> kind,
            @RequestParam(required = false) String cause,
            @RequestParam(required = false) String policy,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Long before,
            Model model) {
        Question question = question(subject, kind, cause, policy, from, to);
        model.addAttribute("question", question);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("before", before);
        chain(model);
        try {
            Search search = finding.search(question);
            Page<DecisionEntry> page = log.newest(search, before == null ? Long.MAX_VALUE : before, SHOWN);
            model.addAttribute("lines", decisions.of(page.items()));
            model.addAttribute("next", page.next());
            model.addAttribute("isLooking", page.next() != null && page.items().size() < SHOWN);
            model.addAttribute("lookedAt", DecisionLog.LOOKED_AT_MAX);
            model.addAttribute("exportMax", Export.LINES_MAX);
        } catch (ConsoleProblem misunderstood) {
            model.addAttribute("misunderstood", "problem." + misunderstood.getMessage());
        }
        return "audit";
    }

    @GetMapping("/audit/export")
    void export(
            @RequestParam(required = false) String subject,
            @RequestParam(required = false) List<String> kind,
            @RequestParam(required = false) String cause,
            @RequestParam(required = false) String policy,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Search search = finding.search(question(subject, kind, cause, policy, from, to));
        boolean isCsv = format.equals("csv");
        response.setContentType(isCsv ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"decisions." + (isCsv ? "csv" : "ndjson") + "\"");
        String cut = words.getMessage("audit.export.cut", new Object[] {Export.LINES_MAX}, locale);
        Writer out = response.getWriter();
        if (isCsv) {
            export.csv(search, out, cut);
        } else {
            export.lines(search, out, cut);
        }
        out.flush();
    }

    @PostMapping("/audit/verify")
    String verify() {
        verification.begin();
        return "redirect:/audit#chain";
    }

    /** How far the verification is. */
    @GetMapping("/audit/chain")
    String chainPart(Model model) {
        chain(model);
        return "audit :: chain";
    }

    private void chain(Model model) {
        model.addAttribute("head", log.head());
        model.addAttribute("state", verification.state());
    }

    private static Question question(
            String subject, List<String> kinds, String cause, String policy, String from, String to) {
        for (String text : new String[] {subject, cause, policy, from, to}) {
            if (text != null && text.length() > TEXT_LENGTH_MAX) {
                throw ConsoleProblem.badRequest("badRequest");
            }
        }
        return new Question(subject, kinds, cause, policy, from, to);
    }
}
