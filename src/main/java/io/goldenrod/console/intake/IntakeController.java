package io.goldenrod.console.intake;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.Spreadsheet;
import io.goldenrod.console.intake.Upload.Reading;
import io.goldenrod.console.intake.Uploads.Entry;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.ingest.file.ProposedMapping;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** A file is dropped, looked over, taken in. */
@Controller
class IntakeController {

    private static final int RUNNING_MAX = 2;
    private static final int SOURCE_LENGTH_MAX = 64;
    private static final long MEGABYTE = 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Uploads uploads;
    private final FileReading reading;
    private final Preview preview;
    private final RecordStream stream;
    private final UploadSettings settings;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(RUNNING_MAX, task -> {
        Thread thread = new Thread(task, "file-intake");
        thread.setDaemon(true);
        return thread;
    });

    IntakeController(
            Uploads uploads,
            FileReading reading,
            Preview preview,
            RecordStream stream,
            UploadSettings settings,
            Clock clock) {
        this.uploads = uploads;
        this.reading = reading;
        this.preview = preview;
        this.stream = stream;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/ingest")
    String ingest(Model model) {
        model.addAttribute("entries", uploads.all());
        model.addAttribute("bytesMax", settings.bytesMax());
        model.addAttribute("megabytesMax", settings.bytesMax() / MEGABYTE);
        return "ingest";
    }

    @PostMapping("/ingest")
    String upload(@RequestParam MultipartFile file) throws IOException {
        return "redirect:/ingest/" + uploads.add(file).id();
    }

    @GetMapping("/ingest/{id:[0-9a-f-]{36}}")
    String one(@PathVariable String id, Model model) {
        Entry entry = uploads.find(id);
        model.addAttribute("upload", entry.upload());
        if (entry.job() != null) {
            model.addAttribute("progress", entry.job().progress());
            return "ingest-run";
        }
        model.addAttribute("rows", rows(entry.upload()));
        model.addAttribute("types", reading.types().stream().sorted().toList());
        model.addAttribute("attributes", ProposedMapping.attributes());
        return "ingest-map";
    }

    /** @param own what the column means when it is an attribute under its own name */
    record ColumnView(int number, String name, List<String> samples, String meaning, String own, boolean isOther) {}

    private List<ColumnView> rows(Upload upload) {
        var rows = new java.util.ArrayList<ColumnView>();
        for (int i = 0; i < upload.columns().size(); i++) {
            String name = upload.columns().get(i);
            String meaning = upload.reading().meanings().getOrDefault(name, ProposedMapping.IGNORE);
            String own = ProposedMapping.ATTRIBUTE + ProposedMapping.plain(name);
            List<String> samples = upload.samples().get(i).stream().limit(3).toList();
            rows.add(new ColumnView(i, name, samples, meaning, own, meaning.equals(own)));
        }
        return rows;
    }

    @PostMapping("/ingest/{id:[0-9a-f-]{36}}/mapping")
    String map(
            @PathVariable String id,
            @RequestParam(required = false) String source,
            @RequestParam(defaultValue = FileReading.PROVEN) String dates,
            @RequestParam(required = false) String delimiter,
            @RequestParam(required = false) String charset,
            HttpServletRequest request)
            throws IOException {
        Entry entry = uploads.find(id);
        if (entry.job() != null) {
            return "redirect:/ingest/" + id;
        }
        Upload upload = entry.upload();
        Reading before = upload.reading();
        String named = source == null || source.isBlank() ? null : source.strip();
        if (named != null && (named.length() > SOURCE_LENGTH_MAX || named.contains("/"))) {
            throw ConsoleProblem.badRequest("ingest.source", SOURCE_LENGTH_MAX);
        }
        Character by =
                delimiter == null || delimiter.length() != 1 ? before.delimiter() : (Character) delimiter.charAt(0);
        Charset encoding = charset == null
                ? before.charset()
                : charset.equals(FileReading.WESTERN.name()) ? FileReading.WESTERN : StandardCharsets.UTF_8;
        boolean isReadAgain = upload.hasColumns()
                && delimiter != null
                && (!by.equals(before.delimiter() == null ? (Character) ',' : before.delimiter())
                        || !encoding.equals(before.charset()));
        if (isReadAgain) {
            uploads.put(new Entry(reading.again(upload, by, encoding, named), null));
        } else {
            Map<String, String> meanings = new LinkedHashMap<>();
            for (int i = 0; i < upload.columns().size(); i++) {
                String meaning = request.getParameter("c" + i);
                meanings.put(
                        upload.columns().get(i),
                        meaning(meaning, upload.columns().get(i)));
            }
            uploads.put(
                    new Entry(upload.with(new Reading(named, meanings, dates, before.delimiter(), encoding)), null));
        }
        return "redirect:/ingest/" + id + "#preview";
    }

    private String meaning(String text, String column) {
        boolean isKnown = text != null
                && (List.of(
                                        ProposedMapping.IGNORE,
                                        ProposedMapping.SOURCE,
                                        ProposedMapping.RECORD_ID,
                                        ProposedMapping.OBSERVED_AT)
                                .contains(text)
                        || text.startsWith(ProposedMapping.IDENTIFIER)
                                && reading.types().contains(text.substring(ProposedMapping.IDENTIFIER.length()))
                        || text.startsWith(ProposedMapping.ATTRIBUTE)
                                && (ProposedMapping.attributes()
                                                .contains(text.substring(ProposedMapping.ATTRIBUTE.length()))
                                        || text.equals(ProposedMapping.ATTRIBUTE + ProposedMapping.plain(column)))
                        || text.startsWith(ProposedMapping.CONSENT));
        return isKnown ? text : ProposedMapping.IGNORE;
    }

    /** What would happen, asked apart: it is the real thing, taken back, and takes a moment. */
    @GetMapping("/ingest/{id:[0-9a-f-]{36}}/preview")
    String preview(@PathVariable String id, Model model) throws IOException {
        Upload upload = uploads.find(id).upload();
        model.addAttribute("upload", upload);
        model.addAttribute("preview", preview.of(upload));
        return "ingest-preview :: part";
    }

    @PostMapping("/ingest/{id:[0-9a-f-]{36}}/run")
    String run(@PathVariable String id) throws IOException {
        synchronized (uploads) {
            Entry entry = uploads.find(id);
            if (entry.job() == null) {
                reading.open(entry.upload()).close();
                var job = new IntakeJob(entry.upload(), Acting.requestName(), clock);
                uploads.put(new Entry(entry.upload(), job));
                workers.execute(() -> job.run(stream, reading));
            }
        }
        return "redirect:/ingest/" + id;
    }

    @GetMapping("/ingest/{id:[0-9a-f-]{36}}/progress")
    String progress(@PathVariable String id, Model model) {
        Entry entry = uploads.find(id);
        if (entry.job() == null) {
            throw ConsoleProblem.notFound("ingest.gone");
        }
        model.addAttribute("upload", entry.upload());
        model.addAttribute("progress", entry.job().progress());
        return "ingest-run :: progress";
    }

    @PostMapping("/ingest/{id:[0-9a-f-]{36}}/stop")
    String stop(@PathVariable String id) {
        Entry entry = uploads.find(id);
        if (entry.job() != null && entry.job().isRunning()) {
            entry.job().stop();
            return "redirect:/ingest/" + id;
        }
        uploads.remove(id);
        return "redirect:/ingest";
    }

    /** The refused lines, with what is wrong with each. */
    @GetMapping("/ingest/{id:[0-9a-f-]{36}}/refused")
    void refused(
            @PathVariable String id, @RequestParam(defaultValue = "csv") String format, HttpServletResponse response)
            throws IOException {
        Entry entry = uploads.find(id);
        if (entry.job() == null || !Files.exists(entry.job().refusedLines())) {
            throw ConsoleProblem.notFound("ingest.gone");
        }
        boolean isCsv = format.equals("csv");
        response.setContentType(isCsv ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused." + (isCsv ? "csv" : "ndjson") + "\"");
        Writer out = response.getWriter();
        try (BufferedReader lines = Files.newBufferedReader(entry.job().refusedLines())) {
            if (isCsv) {
                out.write("line,record,field,code,reason\r\n");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(isCsv ? row(JSON.readTree(line)) : line + "\n");
            }
        }
        out.flush();
    }

    private static String row(tools.jackson.databind.JsonNode line) {
        var row = new StringBuilder(line.path("line").asString());
        for (String column : List.of("record", "field", "code", "reason")) {
            row.append(',').append(Spreadsheet.cell(line.path(column).asString("")));
        }
        return row.append("\r\n").toString();
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
