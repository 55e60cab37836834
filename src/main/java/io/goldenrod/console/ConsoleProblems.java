package io.goldenrod.console;

import io.goldenrod.explain.RefusedQuestion;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.HistoryLimitException;
import io.goldenrod.ingest.RecordIntake.IntakeUnavailable;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.ServiceBusy;
import io.goldenrod.steward.IllegalReview;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Makes a page of everything that ends a request of the console early, or a part of one where only a part was asked
 * for. Nothing of an exception is shown but what was written for people.
 */
@ControllerAdvice(basePackageClasses = ConsoleProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleProblems.class);
    private static final int FRAMES_LOGGED = 12;

    private final Assets assets;

    ConsoleProblems(Assets assets) {
        this.assets = assets;
    }

    @ExceptionHandler
    ModelAndView handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        return page(assets, problem(failure), request, response);
    }

    private static ConsoleProblem problem(Exception failure) {
        if (failure instanceof ConsoleProblem problem) {
            return problem;
        }
        if (failure instanceof GraphUnavailableException || failure instanceof IntakeUnavailable) {
            LOG.warn("The database did not serve a page: {}", describe(failure));
            return new ConsoleProblem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return new ConsoleProblem(HttpStatus.CONTENT_TOO_LARGE, "ingest.tooLarge");
        }
        if (failure instanceof ServiceBusy) {
            return new ConsoleProblem(HttpStatus.TOO_MANY_REQUESTS, "busy");
        }
        if (failure instanceof HistoryLimitException) {
            return ConsoleProblem.refused("historyLimit");
        }
        if (failure instanceof RefusedQuestion refused) {
            return ConsoleProblem.refused("question." + refused.kind());
        }
        if (failure instanceof IllegalAssertion illegal) {
            return ConsoleProblem.refused("assertion." + illegal.reason());
        }
        if (failure instanceof IllegalReview illegal) {
            return ConsoleProblem.refused("review." + illegal.reason());
        }
        if (failure instanceof ErrorResponse answer) {
            HttpStatus status = HttpStatus.resolve(answer.getStatusCode().value());
            return new ConsoleProblem(
                    status == null ? HttpStatus.BAD_REQUEST : status,
                    status == HttpStatus.NOT_FOUND ? "noPage" : "badRequest");
        }
        LOG.error("A page failed: {}", describe(failure));
        return new ConsoleProblem(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    private static ModelAndView page(
            Assets assets, ConsoleProblem problem, HttpServletRequest request, HttpServletResponse response) {
        boolean isPart = request.getHeader("HX-Request") != null;
        var page = new ModelAndView(isPart ? "problem :: part" : "problem", problem.status());
        page.addObject("frame", Frame.view(assets, request));
        page.addObject("status", problem.status().value());
        page.addObject("key", "problem." + problem.key());
        page.addObject("arguments", List.of(problem.arguments()).toArray());
        response.setHeader("Vary", "HX-Request");
        return page;
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

    /** For who opens an address that there is not, in a browser; programs get a problem of the other edge. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class NoPage {

        private final Assets assets;

        NoPage(Assets assets) {
            this.assets = assets;
        }

        @ExceptionHandler(exception = NoResourceFoundException.class, produces = MediaType.TEXT_HTML_VALUE)
        ModelAndView handle(HttpServletRequest request, HttpServletResponse response) {
            return page(assets, ConsoleProblem.notFound("noPage"), request, response);
        }
    }
}
