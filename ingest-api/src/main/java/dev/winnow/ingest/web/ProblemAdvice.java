package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.tomcat.HangUp;
import dev.winnow.store.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns exceptions of controllers and Spring MVC into problem documents. */
@RestControllerAdvice
final class ProblemAdvice {
    @ExceptionHandler
    void answerProblem(ProblemException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FailureLog.logProblem(e.problem(), e.problem().detail(), request, response);
        ProblemFilter.answerKept(e.problem(), request, response);
    }

    @ExceptionHandler
    void answerProblem(StoreUnavailableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = ProblemFilter.storeUnavailable();
        FailureLog.logProblem(problem, String.valueOf(e.getMessage()), request, response);
        ProblemFilter.answerKept(problem, request, response);
    }

    @ExceptionHandler
    void answerProblem(MethodArgumentTypeMismatchException e, HttpServletResponse response) throws IOException {
        Problem.of(ProblemType.INVALID_REQUEST, "The parameter '" + e.getName() + "' is not valid.")
                .writeTo(response);
    }

    /** Spring's own exceptions know their status and headers; their texts can quote the request, so ours are used. */
    @ExceptionHandler
    void answerProblem(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (HangUp.isCauseOf(e)) {
            return;
        }
        if (!(e instanceof ErrorResponse known)) {
            ProblemFilter.ofFault(e, request, response).writeTo(response);
            return;
        }
        Problem problem = Problem.of(ProblemType.ofStatus(known.getStatusCode().value()), detailOf(e));
        for (Map.Entry<String, java.util.List<String>> header :
                known.getHeaders().headerSet()) {
            problem = problem.withHeader(header.getKey(), String.join(", ", header.getValue()));
        }
        problem.withStatus(known.getStatusCode().value()).writeTo(response);
    }

    private static String detailOf(Exception e) {
        return switch (e) {
            case HttpRequestMethodNotSupportedException _ -> "The header 'Allow' lists the methods of this path.";
            case HttpMediaTypeNotSupportedException _ -> "Send the body as application/json.";
            case HttpMediaTypeNotAcceptableException _ ->
                "Answers are application/json; say so in 'Accept' or leave it out.";
            default -> "The request does not fit any route; /openapi.yaml lists them.";
        };
    }
}
