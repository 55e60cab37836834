package io.goldenrod.boot;

import io.goldenrod.cli.IllegalUse;
import io.goldenrod.cli.Loading;
import io.goldenrod.cli.StoreUnavailable;
import io.goldenrod.embedded.EmbeddedNeo4j;
import io.goldenrod.embedded.EmbeddedSettings;
import io.goldenrod.embedded.OfflineImport;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.load.Load;
import io.goldenrod.load.LoadedGraph;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.LoadedEntities;
import io.goldenrod.neo4j.Schema;
import io.goldenrod.neo4j.StoredPolicies;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.RecordAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Makes a new embedded store of records. */
final class StoreLoad implements Loading {

    /** Heap that a record takes at the height of a load, measured with generated records. */
    private static final long RECORD_BYTES = 6 << 10;

    /** The same with the default matching. */
    private static final long MATCHED_RECORD_BYTES = 14 << 10;

    /** What a record takes on the disk, with all that hangs on it. */
    private static final long STORE_BYTES = 6 << 10;

    private final GoldenrodSettings settings;
    private final CompletePolicy policy;
    private final StagingDirectory staging;
    private final RecordNormalizer normalizer;
    private final Instant at = Clock.systemUTC().instant();
    private final String request = "load " + UUID.randomUUID();
    private final long recordsMax;
    private final Thread stop = new Thread(this::remove, "stop");
    private Map<RecordKey, Upsert> records = new LinkedHashMap<>();
    private long olderVersions;
    private long warnings;

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    private StoreLoad(GoldenrodSettings settings, CompletePolicy policy, StagingDirectory staging) {
        this.settings = settings;
        this.policy = policy;
        this.staging = staging;
        this.normalizer = new RecordNormalizer(policy.policy(), settings.recordLimits());
        this.recordsMax =
                Runtime.getRuntime().maxMemory() / (policy.matcher() == null ? RECORD_BYTES : MATCHED_RECORD_BYTES);
        Runtime.getRuntime().addShutdownHook(stop);
    }

    /** @throws RuntimeException when a store cannot be made; see {@link StartFailure} */
    static StoreLoad open(String[] arguments) {
        GoldenrodSettings settings = settings(arguments);
        if (!settings.isEmbedded()) {
            throw new IllegalUse(
                    "a load makes a store in a data directory; records go to a server with goldenrod ingest");
        }
        DatabaseStart.requireEmbedded();
        String file = settings.policy().file();
        CompletePolicy policy = file.isEmpty() ? CompletePolicy.shipped() : CompletePolicy.load(Path.of(file));
        return new StoreLoad(settings, policy, StagingDirectory.in(Path.of(settings.dataDir())));
    }

    private static GoldenrodSettings settings(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments)) {
            return DatabaseStart.bind(context.getEnvironment());
        }
    }

    @Override
    public Set<String> identifierTypes() {
        return policy.policy().identifierTypes().keySet();
    }

    @Override
    public long recordsMax() {
        return recordsMax;
    }

    @Override
    public List<FieldProblem> take(RawRecord raw) {
        NormalizedRecord normalized = normalizer.normalize(raw, at);
        if (normalized instanceof NormalizedRecord.Refused refused) {
            return refused.errors();
        }
        var accepted = (NormalizedRecord.Accepted) normalized;
        if (records.size() >= recordsMax) {
            throw new IllegalUse(String.format(
                    Locale.ROOT,
                    "more than %,d records, for which this process has no memory; give it more with java -Xmx…, or take"
                            + " them in with goldenrod ingest",
                    recordsMax));
        }
        Upsert next = new Upsert(accepted.record(), RecordJson.write(raw), request);
        warnings += accepted.warnings().size();
        Upsert before = records.get(next.key());
        if (before != null) {
            olderVersions++;
        }
        if (before == null
                || !next.record().observedAt().isBefore(before.record().observedAt())) {
            records.put(next.key(), next);
        }
        return List.of();
    }

    @Override
    public Finished finish(Watcher watcher) {
        if (records.isEmpty()) {
            throw new IllegalUse("there is no record to load");
        }
        try {
            return make(watcher);
        } catch (IOException e) {
            throw unwritable(e);
        } catch (OutOfMemoryError e) {
            throw new IllegalUse("this process has too little memory for these records; give it more with java -Xmx…,"
                    + " or take them in with goldenrod ingest");
        } catch (RuntimeException e) {
            // the importer wraps what the file system says
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException unwritable) {
                    throw unwritable(unwritable);
                }
            }
            throw e;
        }
    }

    private static StoreUnavailable unwritable(IOException e) {
        return new StoreUnavailable("the store cannot be written, " + e.getMessage() + "; nothing was loaded", e);
    }

    private Finished make(Watcher watcher) throws IOException {
        staging.requireRoom(records.size() * STORE_BYTES);
        watcher.at(Phase.RESOLVING, 0);
        List<Upsert> all = new ArrayList<>(records.values());
        records = null;
        LoadedGraph graph = Load.of(all, policy.policy(), policy.matcher(), Clock.fixed(at, ZoneOffset.UTC));
        List<RecordAnswer> answers = graph.answers();
        watcher.at(Phase.IMPORTING, 0);
        EmbeddedSettings embedded = settings.embeddedSettings();
        OfflineImport.run(
                staging.path(),
                new LoadedEntities(graph, policy.policy(), at),
                embedded.pageCacheBytes(),
                percent -> watcher.at(Phase.IMPORTING, percent));
        // the database that starts now needs the memory
        graph = null;
        watcher.at(Phase.INDEXING, 0);
        makeReady(new EmbeddedSettings(staging.path(), 0, embedded.pageCacheBytes()));
        staging.moveStore();
        return new Finished(answers, olderVersions, warnings);
    }

    /** The schema, and the policy that the records were resolved by, as the first start of a service would have it. */
    private void makeReady(EmbeddedSettings embedded) {
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(embedded);
                Database database = Database.open(settings.databaseSettings(neo4j.boltUri()))) {
            Schema.prepare(database);
            new PolicyStart(new StoredPolicies(database), settings.policy().file()).find(settings.recordLimits(), at);
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // it is what runs
        }
    }

    private synchronized void remove() {
        staging.close();
    }
}
