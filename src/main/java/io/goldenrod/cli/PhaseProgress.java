package io.goldenrod.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for each phase of a long work, with rate and time left, on a terminal only. For use by several threads. */
final class PhaseProgress implements FileResolution.Watcher, AutoCloseable {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final String READING = "READING";

    private final boolean shown;
    private String phase;
    private ProgressBar bar;

    PhaseProgress(boolean quiet) {
        this.shown = !quiet && IngestProgress.isTerminal();
    }

    @Override
    public synchronized void at(String now, long done, long total) {
        if (!shown) {
            return;
        }
        if (!now.equals(phase)) {
            close();
            phase = now;
            bar = bar(now, total);
        }
        bar.maxHint(total);
        bar.stepTo(done);
    }

    private static ProgressBar bar(String phase, long total) {
        var builder = new ProgressBarBuilder()
                .setTaskName(phase.toLowerCase(Locale.ROOT))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setUpdateIntervalMillis(250);
        return (phase.equals(READING) ? builder.setUnit(" MiB", MEBIBYTE) : builder).build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
