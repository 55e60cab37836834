package io.goldenrod.api;

import io.goldenrod.graph.GraphFaultException;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.HistoryLimitException;
import io.goldenrod.ingest.RecordIntake.IntakeUnavailable;
import io.goldenrod.resolution.ServiceBusy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Makes one kind of answer of everything that ends a request early. Nothing of an exception goes out but what was
 * written for the caller.
 */
@RestControllerAdvice
class ProblemHandling {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandling.class);
    private static final int FRAMES_LOGGED = 12;

    @ExceptionHandler
    void handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // The answer is under way; closing the connection is all that can still tell that it is not whole.
            if (failure instanceof IOException gone) {
                LOG.debug("A client left before its answer was whole");
                throw gone;
            }
            LOG.error("An answer was broken off: {}", describe(failure));
            throw new IOException("the answer was broken off");
        }
        response.resetBuffer();
        Json.problem(response, problem(failure, response).problem(request.getRequestURI()));
    }

    private static ProblemException problem(Exception failure, HttpServletResponse response) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof ServiceBusy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            return new ProblemException(429, "busy", "Too much is asked at once", failure.getMessage(), List.of());
        }
        if (failure instanceof HistoryLimitException) {
            return new ProblemException(
                    422, "history_limit", "The past cannot be told", failure.getMessage(), List.of());
        }
        if (failure instanceof GraphUnavailableException || failure instanceof IntakeUnavailable) {
            LOG.warn("The database did not serve a request: {}", describe(failure));
            return unavailable(response);
        }
        if (failure instanceof ErrorResponse answer) {
            return framework(answer, response);
        }
        if (failure instanceof IOException) {
            return ProblemException.badRequest(
                    "incomplete_body", "", "the body could not be read to its end; send the request again");
        }
        LOG.error("A request failed: {}", describe(failure));
        String detail = failure instanceof GraphFaultException ? failure.getMessage() + "; " : "";
        return new ProblemException(
                500,
                "internal_error",
                "The service made a mistake",
                detail + "the log of the service says more",
                List.of());
    }

    static ProblemException unavailable(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        return new ProblemException(
                503,
                "unavailable",
                "The service cannot answer now",
                "the database does not answer in time; send the same request again later",
                List.of());
    }

    /** What Spring MVC found wrong before a controller was asked. */
    private static ProblemException framework(ErrorResponse answer, HttpServletResponse response) {
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return ofStatus(answer.getStatusCode().value());
    }

    /** A problem of which only the status is known. */
    static ProblemException ofStatus(int status) {
        return switch (status) {
            case 404 ->
                ProblemException.notFound("unknown_path", "there is nothing at this path; /docs lists what there is");
            case 405 ->
                new ProblemException(
                        405,
                        "method_not_allowed",
                        "The method is not offered here",
                        "the header Allow names those that are",
                        List.of());
            case 406 ->
                new ProblemException(
                        406,
                        "not_acceptable",
                        "The answer has no form that is accepted",
                        "answers are application/json, streams application/x-ndjson",
                        List.of());
            case 413 -> ProblemException.tooLarge("too_large", "the request is larger than the server takes");
            case 415 ->
                ProblemException.unsupported("send application/json, or application/x-ndjson where a stream is taken");
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                String title = known == null ? "The request failed" : known.getReasonPhrase();
                String detail = status < 500 ? "the request cannot be understood" : "the log of the service says more";
                yield new ProblemException(status, "http_" + status, title, detail, List.of());
            }
        };
    }

    /** Where it failed, without the message, which may quote the request. */
    private static String describe(Exception failure) {
        Throwable cause = failure.getCause();
        return failure.getClass().getName()
                + (cause == null ? "" : " because of " + cause.getClass().getName())
                + Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES_LOGGED)
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
    }
}
