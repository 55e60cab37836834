package io.goldenrod.cli;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;

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
     * Says what a policy that matches otherwise changes in the store that the settings name, and changes it.
     *
     * @param policy its file
     * @param apply whether anything is written
     * @param progress told the number of records that are done
     * @throws StoreUnavailable when the store cannot be used now
     * @throws IllegalUse when the policy differs in more than matching
     */
    Rescored rescore(List<String> settings, Path policy, boolean apply, LongConsumer progress);

    /** Makes records comparable by the policy. */
    BiFunction<RawRecord, Instant, NormalizedRecord> normalizer(Policy policy, RecordLimits limits);
}
