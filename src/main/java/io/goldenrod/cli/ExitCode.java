package io.goldenrod.cli;

/** How the program ended, for the shell that started it. A stop by a signal is the JVM's own 128 + signal. */
public enum ExitCode {
    OK(0, "done, or stopped as asked"),
    BUG(1, "an error in this program or of the machine: report it"),
    USAGE(2, "wrong usage, a wrong setting, or a file that cannot be used: trying again is of no use"),
    UNAVAILABLE(3, "a database, service, port or directory is not there or busy: it may work later"),
    REFUSED(4, "some records were refused; all others were taken"),
    NOT_FOUND(5, "no customer has this identifier"),
    INCONSISTENT(6, "the check found what should not be");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What the shell sees, 0 to 6. */
    public int code() {
        return code;
    }

    /** In a few words, for the help. */
    public String meaning() {
        return meaning;
    }
}
