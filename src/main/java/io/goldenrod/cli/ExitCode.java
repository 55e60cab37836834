package io.goldenrod.cli;

/** What a process that ends says of how it went. */
public enum ExitCode {
    OK(0, "done"),
    FAILED(1, "an error of the program or the machine"),
    USAGE(2, "a wrong option, or a file, mapping or policy that cannot be used"),
    REFUSED(3, "some records were refused; all others were taken"),
    UNAVAILABLE(4, "the store or the service cannot be reached, or is in use; try again"),
    NOT_FOUND(5, "no customer has this identifier"),
    INCONSISTENT(6, "the check found what should not be");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** As the shell sees it, 0 to 6. */
    public int number() {
        return number;
    }

    /** In a few words, for the help. */
    public String meaning() {
        return meaning;
    }
}
