package io.goldenrod.embedded;

import io.goldenrod.load.GraphEntities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.layout.DatabaseLayout;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.context.FixedVersionContextSupplier;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.logging.NullLogProvider;
import org.neo4j.logging.internal.SimpleLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;
import org.neo4j.storageengine.api.TransactionIdStore;

/**
 * Makes a new store of a whole graph with Neo4j's own importer, in this process and without files in between. The store
 * has no constraints and no indexes yet but the database's own.
 */
public final class OfflineImport {

    private OfflineImport() {}

    /**
     * @param dataDirectory where a database is started later with {@link EmbeddedSettings}; holds none yet
     * @param offHeapBytesMax memory that may be taken outside the heap
     * @param percent told from time to time how much is done, 0 to 100
     * @throws IOException when the store cannot be written; what is there then is of no use
     */
    public static void run(Path dataDirectory, GraphEntities graph, long offHeapBytesMax, IntConsumer percent)
            throws IOException {
        Config config = Config.newBuilder()
                .set(GraphDatabaseSettings.neo4j_home, EmbeddedNeo4j.homeOf(dataDirectory))
                .set(GraphDatabaseSettings.preallocate_logical_logs, false)
                .build();
        DatabaseLayout layout = Neo4jLayout.of(config).databaseLayout(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        var contexts = new CursorContextFactory(
                PageCacheTracer.NULL, new FixedVersionContextSupplier(TransactionIdStore.BASE_TX_ID));
        try (DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction();
                JobScheduler scheduler = JobSchedulerFactory.createInitialisedScheduler()) {
            files.mkdirs(layout.databaseDirectory());
            StorageEngineFactory.selectStorageEngine(config)
                    .batchImporter(
                            layout,
                            files,
                            PageCacheTracer.NULL,
                            configuration(offHeapBytesMax),
                            new SimpleLogService(NullLogProvider.getInstance()),
                            null,
                            false,
                            DefaultAdditionalIds.EMPTY,
                            config,
                            monitor(percent),
                            scheduler,
                            Collector.STRICT,
                            TransactionLogInitializer.getLogFilesInitializer(),
                            new IndexImporterFactoryImpl(),
                            EmptyMemoryTracker.INSTANCE,
                            contexts)
                    .doImport(new EntityInput(graph));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Configuration configuration(long offHeapBytesMax) {
        return new Configuration() {
            @Override
            public long maxOffHeapMemory() {
                return offHeapBytesMax;
            }

            @Override
            public IndexConfig indexConfig() {
                return IndexConfig.create().withLabelIndex().withRelationshipTypeIndex();
            }
        };
    }

    private static Monitor monitor(IntConsumer percent) {
        return new Monitor() {
            @Override
            public void percentageCompleted(int percentage) {
                percent.accept(percentage);
            }
        };
    }
}
