package dev.winnow.ingest.tomcat;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemType;

/** The problem documents for errors that the container finds by itself and names by a status only. */
final class ContainerProblem {
    private ContainerProblem() {}

    static Problem ofStatus(int status) {
        ProblemType type = status == 503 ? ProblemType.SHUTTING_DOWN : ProblemType.ofStatus(status);
        return Problem.of(type, detailOf(type)).withStatus(status);
    }

    private static String detailOf(ProblemType type) {
        return switch (type) {
            case METHOD_NOT_ALLOWED -> "This method is not supported.";
            case REQUEST_TIMEOUT -> "The request did not arrive in time.";
            case CONTENT_TOO_LARGE -> "The body is larger than this server reads.";
            case URI_TOO_LONG -> "The address and all headers together may have at most 8 KiB.";
            case EXPECTATION_FAILED -> "The header 'Expect' may only be '100-continue'.";
            case HEADERS_TOO_LARGE ->
                "There may be at most 100 request headers, and they and the address together may have at most 8 KiB.";
            case INTERNAL_ERROR -> "The server failed while it answered; please report it.";
            case NOT_IMPLEMENTED ->
                "CONNECT is not supported, and the only transfer coding that is supported is 'chunked'.";
            case VERSION_NOT_SUPPORTED -> "Send the request as HTTP/1.1.";
            case SHUTTING_DOWN -> "The server is shutting down.";
            default -> "The request is not valid HTTP or its address is not validly encoded.";
        };
    }
}
