package io.goldenrod.api;

import io.goldenrod.normalize.FieldProblem;
import java.util.List;

/** Ends a request with a problem. Its texts hold no value of the request. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final transient List<FieldProblem> errors;

    ProblemException(int status, String code, String title, String detail, List<FieldProblem> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    static ProblemException badRequest(String code, String field, String detail) {
        return new ProblemException(
                400, code, "The request cannot be understood", detail, List.of(new FieldProblem(field, code, detail)));
    }

    static ProblemException notFound(String code, String detail) {
        return new ProblemException(404, code, "There is no such thing", detail, List.of());
    }

    static ProblemException tooLarge(String code, String detail) {
        return new ProblemException(413, code, "The request is too large", detail, List.of());
    }

    static ProblemException unsupported(String detail) {
        return new ProblemException(
                415, "unsupported_media_type", "The content is of a kind that is not taken here", detail, List.of());
    }

    /** A record, identifier or question that is not acceptable. */
    static ProblemException refused(String detail, List<FieldProblem> errors) {
        return new ProblemException(422, "refused", "The content is not acceptable", detail, errors);
    }

    int status() {
        return status;
    }

    Problem problem(String instance) {
        return new Problem(Problem.TYPE_PREFIX + code, title, status, getMessage(), instance, errors);
    }
}
