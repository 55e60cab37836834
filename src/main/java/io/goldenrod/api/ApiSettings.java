package io.goldenrod.api;

/**
 * How much one request, and all of them together, may ask for. An error about a limit names its setting.
 *
 * @param requestBytesMax bytes of one JSON request, decompressed; 1 KiB to 256 MiB
 * @param requestsBytesMax bytes of all JSON requests that are being read or answered; at least {@code requestBytesMax}
 * @param arrayRecordsMax records of one JSON array, 1 to 1,000,000
 * @param batchIdentifiersMax identifiers of one batch to resolve, 1 to 100,000
 * @param streamsMax streams of records at the same time, 1 to 1,000
 */
public record ApiSettings(
        int requestBytesMax, int requestsBytesMax, int arrayRecordsMax, int batchIdentifiersMax, int streamsMax) {

    public static final ApiSettings DEFAULT = new ApiSettings(10 << 20, 64 << 20, 100_000, 10_000, 16);

    static final String SETTINGS = "goldenrod.limits.";

    public ApiSettings {
        check("request-bytes-max", requestBytesMax, 1024, 256 << 20);
        check("requests-bytes-max", requestsBytesMax, requestBytesMax, Integer.MAX_VALUE);
        check("array-records-max", arrayRecordsMax, 1, 1_000_000);
        check("batch-identifiers-max", batchIdentifiersMax, 1, 100_000);
        check("streams-max", streamsMax, 1, 1_000);
    }

    private static void check(String setting, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    SETTINGS + setting + " is " + value + "; allowed are " + min + " to " + max);
        }
    }
}
