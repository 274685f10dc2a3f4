package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.tomcat.BodyBudget;
import dev.winnow.ingest.tomcat.BodyCap;
import dev.winnow.ingest.tomcat.BodyMemory;
import dev.winnow.ingest.tomcat.BodyReader;
import dev.winnow.ingest.tomcat.ClientConnection;
import dev.winnow.ingest.tomcat.GzipBody;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body before scarce resources are taken: a client that sends its body slowly holds a connection and a virtual thread, never a
 * place among the running requests. Content-Length and chunked bodies, packed or not, are the same from here on.
 */
final class RequestBodyFilter implements Filter {
    /** A message of 255 parts of UCS-2 is 51 KB of UTF-8, more than three times the default cap. */
    private static final int LONGEST_MESSAGE = 4;

    private final RequestSettings settings;
    private final BodyBudget budget;

    RequestBodyFilter(RequestSettings settings, BodyBudget budget) {
        this.settings = settings;
        this.budget = budget;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!http.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        try (BodyMemory memory = new BodyMemory(budget)) {
            ApiRequest.of(request).setBody(readBody(http, memory));
            chain.doFilter(request, response);
        }
    }

    private BodyCap capOf(Route.Body body) {
        int single = (int) settings.maxBody().toBytes();
        return switch (body) {
            case SINGLE -> new BodyCap(single, false);
            case BATCH -> new BodyCap((int) settings.maxBatchBody().toBytes(), false);
            case CUT -> new BodyCap(LONGEST_MESSAGE * single, true);
        };
    }

    private byte[] readBody(HttpServletRequest request, BodyMemory memory) {
        BodyReader reader = new BodyReader(ClientConnection.require(request), memory);
        BodyCap cap = capOf(ApiRequest.of(request).route().body());
        boolean isPacked = isPacked(request.getHeader("Content-Encoding"));
        try {
            if (!isPacked) {
                return reader.read(cap, settings.bodyTimeout());
            }
            byte[] packed = reader.read(GzipBody.packedCap(cap), settings.bodyTimeout());
            return GzipBody.unpack(packed, cap, memory);
        } catch (BodyReader.TooLargeException e) {
            throw closingProblem(
                    ProblemType.CONTENT_TOO_LARGE,
                    "The body may have at most " + cap.bytes() + " bytes here, escapes undone.");
        } catch (BodyReader.NoRoomException e) {
            throw closingProblem(
                    ProblemType.CAPACITY_EXCEEDED, "Too many large bodies are on their way. Try again later.");
        } catch (SocketTimeoutException e) {
            throw closingProblem(
                    ProblemType.REQUEST_TIMEOUT,
                    "The body did not arrive within " + settings.bodyTimeout().toMillis() + " ms.");
        } catch (IOException e) {
            throw closingProblem(
                    ProblemType.INVALID_REQUEST,
                    isPacked
                            ? "The body is not a whole gzip stream."
                            : "The body ended early or its chunks are malformed.");
        }
    }

    /** The name is old for the same coding (RFC 9110, section 8.4.1.3). */
    private static boolean isPacked(@Nullable String contentEncoding) {
        if (contentEncoding == null) {
            return false;
        }
        return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ProblemException(
                        Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, or packed with gzip.")
                                .withHeader("Accept-Encoding", "gzip"));
        };
    }

    /** A problem that also closes the connection, because the rest of the body is not read. */
    private static ProblemException closingProblem(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail).withHeader("Connection", "close"));
    }
}
