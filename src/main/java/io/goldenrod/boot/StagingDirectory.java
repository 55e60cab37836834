package io.goldenrod.boot;

import io.goldenrod.cli.IllegalUse;
import io.goldenrod.cli.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a store is made, inside the data directory that it is for, and from where it moves there in one step when it is
 * whole. What an earlier attempt left is taken away by the next one.
 */
final class StagingDirectory implements AutoCloseable {

    private static final String NAME = ".loading";
    private static final String STORE = "neo4j";

    private final Path dataDirectory;
    private final Path staging;
    private final FileChannel channel;

    private StagingDirectory(Path dataDirectory, Path staging, FileChannel channel) {
        this.dataDirectory = dataDirectory;
        this.staging = staging;
        this.channel = channel;
    }

    /**
     * @throws IllegalUse when the data directory has a store
     * @throws StoreUnavailable when it cannot be written, or another load is under way in it
     */
    static StagingDirectory in(Path directory) {
        Path dataDirectory = directory.toAbsolutePath().normalize();
        if (Files.exists(dataDirectory.resolve(STORE))) {
            throw new IllegalUse("the data directory " + dataDirectory + " holds a store already; take more records in"
                    + " with goldenrod ingest, or name a new directory");
        }
        Path staging = dataDirectory.resolve(NAME);
        try {
            Files.createDirectories(staging);
            FileChannel channel =
                    FileChannel.open(staging.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                channel.close();
                throw new StoreUnavailable("another load is under way in " + dataDirectory, null);
            }
            StagingDirectory made = new StagingDirectory(dataDirectory, staging, channel);
            made.deleteStore();
            return made;
        } catch (IOException | SecurityException e) {
            throw new StoreUnavailable(
                    "the data directory " + dataDirectory + " cannot be written; give it to this user, or name another",
                    e);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A data directory like any other, until its store moves. */
    Path path() {
        return staging;
    }

    /**
     * Makes sure that so much can be written.
     *
     * @throws StoreUnavailable when there is less room
     */
    void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(staging).getUsableSpace();
        if (free < bytes) {
            throw new StoreUnavailable(
                    String.format(
                            Locale.ROOT,
                            "the store takes about %,d MiB, and the file system of %s has %,d; make room, or name another"
                                    + " directory",
                            bytes >> 20,
                            dataDirectory,
                            free >> 20),
                    null);
        }
    }

    /**
     * Puts the store where it belongs.
     *
     * @throws StoreUnavailable when one came there meanwhile
     */
    void moveStore() throws IOException {
        try {
            Files.move(staging.resolve(STORE), dataDirectory.resolve(STORE), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw new StoreUnavailable(
                    "a store came into " + dataDirectory + " meanwhile, so this one was not put there", e);
        }
    }

    private void deleteStore() throws IOException {
        Path store = staging.resolve(STORE);
        if (Files.exists(store)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(store)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    /** Takes away all that is left. */
    @Override
    public void close() {
        try (channel) {
            deleteStore();
            Files.deleteIfExists(staging.resolve("lock"));
            Files.deleteIfExists(staging);
        } catch (IOException e) {
            // the next load does it
            System.getLogger(StagingDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "the staging directory could not be removed", e);
        }
    }
}
