package io.goldenrod.cli;

/** How the program ended, for the shell that started it. A stop by a signal is the JVM's own 128 + signal. */
public enum ExitCode {
    /** Done, or stopped as asked. */
    OK(0),
    /** An error in this program: report it. */
    BUG(1),
    /** Wrong usage, a wrong setting or bad input: trying again without a change is of no use. */
    USAGE(2),
    /** Something that is needed is not there or busy (a database, a port, a directory): it may work later. */
    UNAVAILABLE(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** What the shell sees, 0 to 3. */
    public int code() {
        return code;
    }
}
