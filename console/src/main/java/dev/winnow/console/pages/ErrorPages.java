package dev.winnow.console.pages;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.publication.PublicationUnavailableException;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.store.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Refusals and failures: a problem document for the API, a page for people. */
@ControllerAdvice
final class ErrorPages {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void ignoreClosedConnection() {
        // The browser has left; nobody reads an answer.
    }

    @ExceptionHandler(HttpMessageNotWritableException.class)
    @Nullable Object answerUnwritable(HttpMessageNotWritableException e, HttpServletRequest request) throws Exception {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AsyncRequestNotUsableException) {
                return null;
            }
        }
        return answerOther(e, request);
    }

    @ExceptionHandler(OpsException.class)
    Object refuse(OpsException e, HttpServletRequest request) {
        return answer(request, e.status(), e.detail(), new HttpHeaders());
    }

    @ExceptionHandler({
        StoreUnavailableException.class,
        QueueUnavailableException.class,
        PublicationUnavailableException.class
    })
    Object sayUnavailable(RuntimeException e, HttpServletRequest request) {
        log.warn("The console could not answer {}: {}", request.getRequestURI(), e.getMessage());
        return answer(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The store, a queue or a published file does not answer now. Nothing was changed; try again.",
                new HttpHeaders());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    Object refuseUnreadable(HttpServletRequest request) {
        return answer(
                request, HttpStatus.BAD_REQUEST, "The request cannot be read as the document says.", new HttpHeaders());
    }

    @ExceptionHandler(Exception.class)
    Object answerOther(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof ErrorResponse refusal) {
            HttpStatusCode status = refusal.getStatusCode();
            String detail = status.value() == HttpStatus.NOT_FOUND.value()
                    ? "There is nothing at this address."
                    : String.valueOf(refusal.getBody().getDetail());
            return answer(request, status, detail, refusal.getHeaders());
        }
        String mark = UUID.randomUUID().toString().substring(0, 8);
        log.error("The console failed at {} (mark {})", request.getRequestURI(), mark, e);
        return answer(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This is a defect of the console. The log has it under the mark " + mark + ".",
                new HttpHeaders());
    }

    private static Object answer(
            HttpServletRequest request, HttpStatusCode status, String detail, HttpHeaders headers) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Refused" : known.getReasonPhrase();
        if (request.getRequestURI().startsWith(AccessConfiguration.API)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
            problem.setTitle(title);
            HttpHeaders all = new HttpHeaders();
            if (headers.getAllow() != null && !headers.getAllow().isEmpty()) {
                all.setAllow(headers.getAllow());
            }
            all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return new ResponseEntity<>(problem, all, status);
        }
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("title", title);
        page.addObject("status", status.value());
        page.addObject("detail", detail);
        page.addObject("fmt", new Format());
        page.addObject("build", "");
        if (request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof Operator operator) {
            page.addObject("me", operator);
        }
        return page;
    }
}
