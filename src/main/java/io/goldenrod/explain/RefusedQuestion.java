package io.goldenrod.explain;

/** A question that has no answer. Its message is for people and holds no value of the question. */
public final class RefusedQuestion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** It cannot be read. */
        MALFORMED,
        /** There is no such member. */
        UNKNOWN,
        /** The customer has no members left. */
        RETIRED,
        /** Both are the same. */
        SAME
    }

    private final Kind kind;
    private final String parameter;
    private final String code;

    RefusedQuestion(Kind kind, String parameter, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.parameter = parameter;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** The part of the question that is meant. */
    public String parameter() {
        return parameter;
    }

    /** In snake_case, stable. */
    public String code() {
        return code;
    }
}
