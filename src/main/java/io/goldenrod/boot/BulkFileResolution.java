package io.goldenrod.boot;

import io.goldenrod.bulk.BulkException;
import io.goldenrod.bulk.BulkInput;
import io.goldenrod.bulk.BulkReport;
import io.goldenrod.bulk.BulkRun;
import io.goldenrod.bulk.BulkSettings;
import io.goldenrod.bulk.file.OutputFolder;
import io.goldenrod.bulk.file.ReportJson;
import io.goldenrod.bulk.file.ResultTables;
import io.goldenrod.cli.FileResolution;
import io.goldenrod.cli.StoreUnavailable;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Files resolved by the whole-file runner, into tables. */
final class BulkFileResolution implements FileResolution {

    private final Settings settings;
    private final String version;
    private final OutputFolder folder;
    private final Path temporary;

    /** @throws InvalidInput when a folder cannot be used */
    BulkFileResolution(Settings settings, String version) throws IOException {
        this.settings = settings;
        this.version = version;
        if (settings.temporary() != null && !Files.isDirectory(settings.temporary())) {
            throw new InvalidInput(settings.temporary().toString(), List.of("there is no such folder; make it first"));
        }
        if (settings.temporary() != null && !Files.isWritable(settings.temporary())) {
            throw new InvalidInput(settings.temporary().toString(), List.of("it may not be written; name another"));
        }
        this.folder = OutputFolder.prepare(settings.folder());
        this.temporary = settings.temporary() == null ? folder.temporary() : settings.temporary();
    }

    @Override
    public long usableBytes() throws IOException {
        return Files.getFileStore(temporary).getUsableSpace();
    }

    @Override
    public Map<String, Object> run(List<Input> inputs, Watcher watcher) throws IOException {
        var run = new BulkRun(
                settings.policy(),
                new RecordNormalizer(settings.policy().policy(), RecordLimits.DEFAULT)::normalize,
                new BulkSettings(settings.threads(), temporary, Instant.now()),
                (phase, done, total) -> watcher.at(phase.name(), done, total));
        List<BulkInput> files = inputs.stream()
                .map(input -> new BulkInput(input.name(), input.records(), input.bytesRead(), input.bytes()))
                .toList();
        try (var tables = new ResultTables(
                folder,
                io.goldenrod.bulk.file.TableFormat.valueOf(settings.format().name()),
                settings.policy().policy())) {
            BulkReport report = run.run(files, tables);
            tables.complete(report, inputs.stream().map(Input::name).toList(), version);
            return ReportJson.of(report);
        } catch (BulkException e) {
            throw new StoreUnavailable(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw told(e.getCause());
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** A disk that is full is nothing to report as an error of the program. */
    private IOException told(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            throw new StoreUnavailable(
                    "the disk of " + settings.folder()
                            + (settings.temporary() == null ? "" : " or " + settings.temporary())
                            + " is full; nothing was left there: free some room, or name another",
                    e);
        }
        return e;
    }

    @Override
    public void close() {
        folder.close();
    }
}
