package io.goldenrod.embedded;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the embedded database keeps its data and how much it may take.
 *
 * @param dataDirectory made when it does not exist; the database lives in its sub-directory {@code neo4j}
 * @param boltPort the port on 127.0.0.1, 1 to 65535, or 0 for any free one
 * @param pageCacheBytes memory outside the heap that holds the hot part of the store, at least {@value
 *     #PAGE_CACHE_BYTES_MIN}
 */
public record EmbeddedSettings(Path dataDirectory, int boltPort, long pageCacheBytes) {

    static final long PAGE_CACHE_BYTES_MIN = 8L << 20;
    static final long PAGE_CACHE_BYTES_DEFAULT_MIN = 64L << 20;
    static final long PAGE_CACHE_BYTES_DEFAULT_MAX = 2L << 30;
    static final int PAGE_CACHE_SHARE = 8;

    public EmbeddedSettings {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        if (boltPort < 0 || boltPort > 65_535) {
            throw new IllegalArgumentException("boltPort is 0 (any free port) to 65535, not " + boltPort);
        }
        if (pageCacheBytes < PAGE_CACHE_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "pageCacheBytes is at least " + PAGE_CACHE_BYTES_MIN + ", not " + pageCacheBytes);
        }
    }

    /** Any free port, and a page cache by the size of this machine. */
    public static EmbeddedSettings of(Path dataDirectory) {
        return new EmbeddedSettings(dataDirectory, 0, pageCacheBytesFor(machineMemoryBytes()));
    }

    /** The default page cache on a machine of that much memory. */
    public static long pageCacheBytesFor(long memoryBytes) {
        long share = memoryBytes / PAGE_CACHE_SHARE;
        return Math.max(PAGE_CACHE_BYTES_DEFAULT_MIN, Math.min(PAGE_CACHE_BYTES_DEFAULT_MAX, share));
    }

    /** What this machine, or the container around this process, has. */
    public static long machineMemoryBytes() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory() * 4;
    }
}
