package io.goldenrod.ingest;

import java.time.Duration;

/**
 * How records share transactions.
 *
 * @param batchRecordsMax records of one transaction, 1 to 10,000
 * @param queueRecordsMax records that may wait, {@code batchRecordsMax} to 1,000,000; who brings more waits with them
 * @param queueWait how long it may wait before it is turned away, 0 to 10 minutes
 */
public record IntakeSettings(int batchRecordsMax, int queueRecordsMax, Duration queueWait) {

    public static final IntakeSettings DEFAULT = new IntakeSettings(1_000, 20_000, Duration.ofSeconds(30));

    public IntakeSettings {
        if (batchRecordsMax < 1 || batchRecordsMax > 10_000) {
            throw new IllegalArgumentException("goldenrod.intake.batch-records-max is from 1 to 10,000");
        }
        if (queueRecordsMax < batchRecordsMax || queueRecordsMax > 1_000_000) {
            throw new IllegalArgumentException(
                    "goldenrod.intake.queue-records-max is from goldenrod.intake.batch-records-max to 1,000,000");
        }
        if (queueWait.isNegative() || queueWait.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("goldenrod.intake.queue-wait is from 0 to 10 minutes");
        }
    }
}
