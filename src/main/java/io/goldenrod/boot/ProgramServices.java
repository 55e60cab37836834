package io.goldenrod.boot;

import io.goldenrod.cli.ExitCode;
import io.goldenrod.cli.FileResolution;
import io.goldenrod.cli.Loading;
import io.goldenrod.cli.Measured;
import io.goldenrod.cli.MeasurementAsked;
import io.goldenrod.cli.Services;
import io.goldenrod.cli.Store;
import io.goldenrod.cli.StoreUnavailable;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Policy;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The parts of the program that the command line works with. */
final class ProgramServices implements Services {

    @Override
    public String version() {
        String version = Goldenrod.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    @Override
    public ExitCode serve(List<String> settings) {
        return Serve.run(settings.toArray(String[]::new));
    }

    @Override
    public ExitCode health(List<String> settings) {
        return HealthProbe.run(settings.toArray(String[]::new));
    }

    @Override
    public Store open(List<String> settings) {
        try {
            return OpenStore.open(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw unavailableOr(e);
        }
    }

    @Override
    public Loading load(List<String> settings) {
        try {
            return StoreLoad.open(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw unavailableOr(e);
        }
    }

    private static RuntimeException unavailableOr(RuntimeException e) {
        StartFailure failure = StartFailure.of(e);
        return failure.code() == ExitCode.UNAVAILABLE ? new StoreUnavailable(failure.line(), e) : e;
    }

    @Override
    public BiFunction<RawRecord, Instant, NormalizedRecord> normalizer(Policy policy, RecordLimits limits) {
        return new RecordNormalizer(policy, limits)::normalize;
    }

    @Override
    public FileResolution resolveFiles(FileResolution.Settings settings) throws IOException {
        return new BulkFileResolution(settings, version());
    }

    @Override
    public Measured measure(MeasurementAsked asked, Consumer<String> told) throws IOException, InterruptedException {
        return Measurement.run(asked, told);
    }
}
