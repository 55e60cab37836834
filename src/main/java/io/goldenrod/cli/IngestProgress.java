package io.goldenrod.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, on a terminal only. */
final class IngestProgress implements AutoCloseable {

    private static final long MEBIBYTE = 1024 * 1024;

    private final ProgressBar bar;

    private IngestProgress(ProgressBar bar) {
        this.bar = bar;
    }

    static IngestProgress of(String file, boolean quiet) throws IOException {
        if (quiet || !isTerminal()) {
            return new IngestProgress(null);
        }
        boolean stream = file.equals("-");
        return new IngestProgress(new ProgressBarBuilder()
                .setTaskName(
                        stream ? "standard input" : Path.of(file).getFileName().toString())
                .setInitialMax(stream ? -1 : Files.size(Path.of(file)))
                .setUnit(" MiB", MEBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setUpdateIntervalMillis(250)
                .build());
    }

    /** Since JDK 22 there is a console without a terminal, too. */
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    void at(long bytes, long lines) {
        if (bar != null) {
            bar.stepTo(bytes);
            bar.setExtraMessage(String.format(Locale.ROOT, "%,d lines", lines));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
