package io.goldenrod.cli;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What the command line needs of the program.
 *
 * <p>Settings are arguments such as {@code --goldenrod.data-dir=data}, as written.
 */
public interface Services {

    /** The version of the program, as in {@code 1.0.0}. */
    String version();

    /** Starts to serve; {@code OK} once it does, and it goes on until the process is stopped. */
    ExitCode serve(List<String> settings);

    /** Asks the service that runs with the settings whether it is ready. */
    ExitCode health(List<String> settings);

    /**
     * Opens the store that the settings name.
     *
     * @throws StoreUnavailable when it cannot be used now
     */
    Store open(List<String> settings);

    /**
     * Begins to make a new store where the settings name one.
     *
     * @throws IllegalUse when there is a store already
     * @throws StoreUnavailable when it cannot be made there now
     */
    Loading load(List<String> settings);

    /** Makes records comparable by the policy. */
    BiFunction<RawRecord, Instant, NormalizedRecord> normalizer(Policy policy, RecordLimits limits);

    /**
     * Makes ready to resolve files into a folder.
     *
     * @throws io.goldenrod.ingest.file.InvalidInput when the folder is of no use
     */
    FileResolution resolveFiles(FileResolution.Settings settings) throws IOException;

    /**
     * Measures the whole system on this machine.
     *
     * @param told what it is doing, a line at a time
     */
    Measured measure(MeasurementAsked asked, Consumer<String> told) throws IOException, InterruptedException;
}
