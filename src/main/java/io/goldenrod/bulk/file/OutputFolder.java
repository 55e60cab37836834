package io.goldenrod.bulk.file;

import io.goldenrod.ingest.file.InvalidInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of files that are there all and whole, or not at all. Until then they lie in a hidden folder, which goes
 * away when the work fails or the program is stopped; one that a killed program left is removed by the next.
 *
 * <p>A folder that does not exist appears at once with all it holds. In one that exists, empty, the files get their
 * names one after the other; the one that is named last says by its presence that all are there.
 */
public final class OutputFolder implements AutoCloseable {

    private static final String HIDDEN = "partial-";
    private static final String LOCK = ".lock";
    private static final String TEMPORARY = "temporary";
    private static final int REMOVALS_MAX = 5;

    private final Path folder;
    private final Path hidden;
    private final boolean appears;
    private final FileChannel lockFile;
    private final Thread hook = new Thread(this::abandon, "output-removal");
    private final List<Path> named = new ArrayList<>();
    private boolean over;

    private OutputFolder(Path folder, Path hidden, boolean appears) throws IOException {
        this.folder = folder;
        this.hidden = hidden;
        this.appears = appears;
        this.lockFile = FileChannel.open(hidden.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Makes the hidden folder, and removes what a killed program left of another.
     *
     * @param folder one that does not exist or is empty; the one that it lies in exists
     * @throws InvalidInput when it cannot be used, or another program is at it
     */
    public static OutputFolder prepare(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        try {
            if (exists && !Files.isDirectory(target)) {
                throw new InvalidInput(folder.toString(), List.of("it is no folder; name another"));
            }
            Path place = exists ? target.toRealPath() : target.getParent();
            if (place == null || !Files.isDirectory(place)) {
                throw new InvalidInput(folder.toString(), List.of("there is no folder " + place + "; make it first"));
            }
            String prefix = exists ? "." + HIDDEN : "." + target.getFileName() + "." + HIDDEN;
            removeLeft(folder, place, prefix);
            if (exists && !isEmpty(place)) {
                throw new InvalidInput(
                        folder.toString(), List.of("it is not empty; name another, or move away what it holds"));
            }
            Path hidden = Files.createTempDirectory(place, prefix);
            var output = new OutputFolder(exists ? place : target, hidden, !exists);
            try {
                if (output.lockFile.tryLock() == null) {
                    throw new InvalidInput(folder.toString(), List.of("another program writes to it"));
                }
                Files.createDirectory(output.temporary());
                Runtime.getRuntime().addShutdownHook(output.hook);
                return output;
            } catch (IOException | RuntimeException e) {
                output.abandon();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new InvalidInput(folder.toString(), List.of("it may not be written; mind " + e.getFile()));
        } catch (FileSystemException e) {
            throw new InvalidInput(folder.toString(), List.of("it cannot be written: " + reason(e)));
        }
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> held = Files.list(folder)) {
            return held.findAny().isEmpty();
        }
    }

    private static void removeLeft(Path folder, Path place, String prefix) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                place, path -> path.getFileName().toString().startsWith(prefix) && Files.isDirectory(path))) {
            found.forEach(left::add);
        }
        for (Path each : left) {
            try (FileChannel lockFile = FileChannel.open(each.resolve(LOCK), StandardOpenOption.WRITE);
                    FileLock lock = lockFile.tryLock()) {
                if (lock == null) {
                    throw beingWritten(folder, each);
                }
            } catch (OverlappingFileLockException e) {
                throw beingWritten(folder, each);
            } catch (NoSuchFileException e) {
                // Killed before it had a lock.
            }
            remove(each);
        }
    }

    private static InvalidInput beingWritten(Path folder, Path hidden) {
        return new InvalidInput(folder.toString(), List.of("another program writes to it at this time, in " + hidden));
    }

    /** Where to write a file, which gets its name with all the others; they are named in the order of these calls. */
    public synchronized Path file(String name) {
        named.add(hidden.resolve(name));
        return hidden.resolve(name);
    }

    /** For what is needed on the way; it goes away in any case. */
    public Path temporary() {
        return hidden.resolve(TEMPORARY);
    }

    /** Bytes that may still be written. */
    public long usableBytes() throws IOException {
        return Files.getFileStore(hidden).getUsableSpace();
    }

    /**
     * All is written: it is brought to disk, and gets its name.
     *
     * @throws IOException when that fails, with nothing named
     */
    public synchronized void complete() throws IOException {
        if (over) {
            throw new IOException("the program is being stopped");
        }
        remove(temporary());
        for (Path file : named) {
            synchronize(file);
        }
        lockFile.close();
        Files.deleteIfExists(hidden.resolve(LOCK));
        synchronizeFolder(hidden);
        if (appears) {
            appear();
        } else {
            nameEach();
        }
        over = true;
        removeHook();
    }

    private void appear() throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " has come to be meanwhile; run it again with another name");
        }
        Files.move(hidden, folder, StandardCopyOption.ATOMIC_MOVE);
        synchronizeFolder(folder.getParent());
    }

    private void nameEach() throws IOException {
        List<Path> done = new ArrayList<>();
        try {
            for (Path file : named) {
                Path target = folder.resolve(file.getFileName());
                if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(target + " has come to be meanwhile; run it again with another folder");
                }
                move(file, target);
                done.add(target);
            }
            synchronizeFolder(folder);
        } catch (IOException e) {
            for (Path file : done) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
        remove(hidden);
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the disk cannot rename a file at once; choose another folder", e);
        }
    }

    private static void synchronize(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Systems that cannot open a folder bring its names to disk themselves. */
    private static void synchronizeFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // See above.
        }
    }

    /** Leaves nothing behind when it is not complete. */
    @Override
    public void close() {
        abandon();
        removeHook();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is being stopped.
        }
    }

    private synchronized void abandon() {
        if (over) {
            return;
        }
        over = true;
        try {
            lockFile.close();
            remove(hidden);
        } catch (IOException e) {
            // The next run on the same folder removes it.
        }
    }

    /** Tries again when somebody still writes to it. */
    private static void remove(Path folder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (Files.exists(folder)) {
                    removeOnce(folder);
                }
                return;
            } catch (IOException e) {
                if (attempt == REMOVALS_MAX) {
                    throw e;
                }
            }
        }
    }

    private static void removeOnce(Path folder) throws IOException {
        List<Path> held;
        try (Stream<Path> walk = Files.walk(folder)) {
            held = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path each : held) {
            Files.deleteIfExists(each);
        }
    }
}
