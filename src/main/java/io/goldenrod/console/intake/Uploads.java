package io.goldenrod.console.intake;

import io.goldenrod.console.ConsoleProblem;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files that were dropped, in a folder of this process's own: each is deleted when it is taken in, given up, left
 * alone for long, or when the service stops. What a process left behind that was killed is deleted by the next one.
 */
@Component
class Uploads {

    static final int KEPT_MAX = 8;
    private static final Duration KEPT = Duration.ofHours(2);
    private static final int NAME_LENGTH_MAX = 100;
    private static final String PREFIX = "goldenrod-uploads-";
    private static final Pattern FOLDER = Pattern.compile(PREFIX + "(\\d+)-.*");

    private final FileReading reading;
    private final Clock clock;
    private final Path folder;
    private final Map<String, Entry> entries = new HashMap<>();

    /** @param job null until it is taken in */
    record Entry(Upload upload, IntakeJob job) {}

    Uploads(FileReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            sweep(temporary);
            this.folder = Files.createTempDirectory(
                    temporary, PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for uploads can be made", e);
        }
    }

    private static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path each : folders) {
                Matcher name = FOLDER.matcher(each.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    delete(each);
                }
            }
        }
    }

    /** Keeps a file and finds out what it is. @throws ConsoleProblem when it cannot be read, or there are too many */
    Upload add(MultipartFile sent) throws IOException {
        forgetOld();
        String id = UUID.randomUUID().toString();
        Path own = folder.resolve(id);
        synchronized (this) {
            if (entries.size() >= KEPT_MAX) {
                throw new ConsoleProblem(HttpStatus.TOO_MANY_REQUESTS, "ingest.tooMany", KEPT_MAX);
            }
            entries.put(id, new Entry(null, null));
        }
        try {
            Files.createDirectory(own);
            String name = sent.getOriginalFilename() == null ? "file" : sent.getOriginalFilename();
            String shown = name.replaceAll("\\p{Cntrl}|.*[/\\\\]", "");
            shown = shown.length() > NAME_LENGTH_MAX ? shown.substring(shown.length() - NAME_LENGTH_MAX) : shown;
            // its ending tells the format
            Path file = own.resolve("file-" + shown.replaceAll("[^A-Za-z0-9._-]", "_"));
            sent.transferTo(file);
            if (Files.size(file) == 0) {
                throw ConsoleProblem.refused("ingest.empty");
            }
            Upload upload = reading.inspect(id, shown, file, Files.size(file), clock.instant());
            put(new Entry(upload, null));
            return upload;
        } catch (IOException | RuntimeException e) {
            remove(id);
            throw e;
        }
    }

    synchronized void put(Entry entry) {
        entries.put(entry.upload().id(), entry);
    }

    /** @throws ConsoleProblem when it is not there any more */
    synchronized Entry find(String id) {
        Entry entry = entries.get(id);
        if (entry == null || entry.upload() == null) {
            throw ConsoleProblem.notFound("ingest.gone");
        }
        return entry;
    }

    /** The newest first. */
    synchronized List<Entry> all() {
        return entries.values().stream()
                .filter(entry -> entry.upload() != null)
                .sorted(Comparator.comparing((Entry entry) -> entry.upload().at())
                        .reversed())
                .toList();
    }

    /** Forgets it with all that is kept of it; what it is doing is stopped. */
    void remove(String id) {
        Entry entry;
        synchronized (this) {
            entry = entries.remove(id);
        }
        if (entry != null && entry.job() != null) {
            entry.job().stop();
        }
        delete(folder.resolve(id));
    }

    private void forgetOld() {
        Instant old = clock.instant().minus(KEPT);
        List<String> forgotten = new ArrayList<>();
        synchronized (this) {
            List<Entry> ended = entries.values().stream()
                    .filter(entry -> entry.upload() != null)
                    .filter(entry -> entry.job() == null || !entry.job().isRunning())
                    .sorted(Comparator.comparing(entry -> entry.upload().at()))
                    .toList();
            ended.stream()
                    .filter(entry -> entry.upload().at().isBefore(old))
                    .forEach(entry -> forgotten.add(entry.upload().id()));
            // what is done makes room for what comes
            ended.stream()
                    .filter(entry -> entry.job() != null)
                    .limit(Math.max(0, entries.size() - KEPT_MAX + 1))
                    .forEach(entry -> forgotten.add(entry.upload().id()));
        }
        forgotten.forEach(this::remove);
    }

    @PreDestroy
    void close() {
        all().forEach(entry -> remove(entry.upload().id()));
        delete(folder);
    }

    /** What cannot be deleted now is deleted by the next start. */
    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
