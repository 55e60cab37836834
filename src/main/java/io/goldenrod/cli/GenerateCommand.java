package io.goldenrod.cli;

import io.goldenrod.generate.Country;
import io.goldenrod.generate.Generator;
import io.goldenrod.generate.GeneratorSettings;
import io.goldenrod.generate.Origin;
import io.goldenrod.generate.OutputFile;
import io.goldenrod.generate.RecordFormat;
import io.goldenrod.generate.RecordOrder;
import io.goldenrod.generate.RecordWriter;
import io.goldenrod.ingest.file.InvalidInput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes up customers and what several systems recorded of them, with the truth of who is who.",
            "",
            "Families share addresses, names, landlines, e-mails and tablets; people move, marry, change and inherit "
                    + "phone numbers, and are called by short names; clerks mistype. The same people and seed give the "
                    + "same bytes everywhere, and the first people do not depend on how many there are.",
            "",
            "Nobody in it is real. E-mails end in example.com, .org or .net, but for placeholders such as "
                    + "test@test.com. Phone numbers are valid in form: in the US with an office code that no "
                    + "subscriber has (211 to 911), elsewhere in ranges that are little used or not at all, so that "
                    + "one may be somebody's. Do not call or write to any of them. Beyond 20 million people numbers "
                    + "come again."
        })
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--people", required = true, paramLabel = "N", description = "How many, 1 to 1,000,000,000.")
    private long people;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Any whole number (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where to; gzip when it ends in .gz; - for standard output (${DEFAULT-VALUE}).")
    private String out;

    @Option(names = "--truth", paramLabel = "FILE", description = "CSV for evaluate --truth: record_id,entity_id.")
    private String truth;

    @Option(
            names = "--format",
            defaultValue = "ndjson",
            description = "${COMPLETION-CANDIDATES}; CSV has one identifier of a type in a row (${DEFAULT-VALUE}).")
    private RecordFormat format;

    @Option(
            names = "--order",
            defaultValue = "mixed",
            description = "${COMPLETION-CANDIDATES}: a person's records apart or together (${DEFAULT-VALUE}).")
    private RecordOrder order;

    @Option(
            names = "--records",
            paramLabel = "R",
            defaultValue = "4",
            description = "Records per person on average, 1 to 20 (${DEFAULT-VALUE}).")
    private double records;

    @Option(
            names = "--households",
            paramLabel = "P",
            defaultValue = "0.7",
            description = "Share of people who live with others (${DEFAULT-VALUE}).")
    private double households;

    @Option(
            names = "--errors",
            paramLabel = "P",
            defaultValue = "0.2",
            description = "Share of records with an error of typing, reading or hearing (${DEFAULT-VALUE}).")
    private double errors;

    @Option(
            names = "--missing",
            paramLabel = "P",
            defaultValue = "0.1",
            description = "Chance of a value to be missing that its system asks for (${DEFAULT-VALUE}).")
    private double missing;

    @Option(
            names = "--bare",
            paramLabel = "P",
            defaultValue = "0.1",
            description = "Share of records without identifiers: name, birth date, address (${DEFAULT-VALUE}).")
    private double bare;

    @Option(
            names = "--junk",
            paramLabel = "P",
            defaultValue = "0.01",
            description = "Share of records with a placeholder such as test@test.com (${DEFAULT-VALUE}).")
    private double junk;

    @Option(
            names = "--sources",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "crm,web,pos,support,loyalty",
            description = "The systems (${DEFAULT-VALUE}).")
    private List<Origin> sources;

    @Option(
            names = "--countries",
            split = ",",
            paramLabel = "CODE",
            defaultValue = "GB,US,DE,FR,ES",
            description = "Where people live, as many in each (${DEFAULT-VALUE}).")
    private List<Country> countries;

    private final PrintWriter error;

    GenerateCommand(PrintWriter error) {
        this.error = error;
    }

    @Override
    public Integer call() throws IOException {
        GeneratorSettings settings = settings();
        if (truth != null && truth.equals(out)) {
            throw new IllegalUse("records and truth go to different files; give --truth another name than --out");
        }
        long start = System.nanoTime();
        try (OutputFile recordsFile = open(out);
                OutputFile truthFile = truth == null ? null : open(truth)) {
            OutputStream truthStream = truthFile == null ? null : truthFile.stream();
            var writer = new RecordWriter(format, order, settings, recordsFile.stream(), truthStream);
            new Generator(settings).run(writer);
            writer.finish();
            recordsFile.complete();
            if (truthFile != null) {
                truthFile.complete();
            }
            error.printf(
                    Locale.ROOT,
                    "%,d records of %,d people in %.1f s%n",
                    writer.count(),
                    people,
                    (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            if (!hasReaderLeft(e)) {
                throw e;
            }
        }
        return ExitCode.OK.code();
    }

    private GeneratorSettings settings() {
        try {
            return new GeneratorSettings(
                    people, seed, records, households, errors, missing, bare, junk, sources, countries);
        } catch (IllegalArgumentException e) {
            throw new IllegalUse(e.getMessage());
        }
    }

    private static OutputFile open(String name) throws IOException {
        try {
            return new OutputFile(name);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(name, List.of("there is no such directory; make it first"));
        } catch (AccessDeniedException e) {
            throw new InvalidInput(name, List.of("it may not be written"));
        } catch (FileSystemException | InvalidPathException e) {
            throw new InvalidInput(name, List.of("it cannot be written; give another name"));
        }
    }

    /** As {@code head} does when it has seen enough. */
    private boolean hasReaderLeft(IOException e) {
        return out.equals("-") && String.valueOf(e.getMessage()).contains("Broken pipe");
    }
}
