package dev.winnow.ingest.submit;

import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.lookup.VerdictDocument;
import dev.winnow.ingest.web.ClientConnection;
import dev.winnow.ingest.web.JsonRequest;
import dev.winnow.ingest.web.Preference;
import dev.winnow.ingest.web.Problem;
import dev.winnow.ingest.web.ProblemException;
import dev.winnow.ingest.web.RequestBody;
import dev.winnow.ingest.web.RequestCredential;
import dev.winnow.message.MessageId;
import dev.winnow.message.SmsMessage;
import dev.winnow.verdict.StoreUnavailableException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /v1/messages}, the hot route. Stands before Spring MVC, whose dispatch would cost as much as all the rest of the request;
 * every other route is a controller.
 */
public final class SubmitEndpoint implements Filter {
    private static final String PATH = "/v1/messages";

    private final Submitter submitter;
    private final MessageLookup lookup;
    private final JsonMapper json;

    public SubmitEndpoint(Submitter submitter, MessageLookup lookup, JsonMapper json) {
        this.submitter = submitter;
        this.lookup = lookup;
        this.json = json;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getMethod().equals("POST") && http.getServletPath().equals(PATH)) {
            submit(http, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonRequest.require(request);
        SmsMessage message = messageOf(RequestBody.of(request).bytes());
        MessageId id = submitter.submit(RequestCredential.of(request).tenant().id(), message);
        Duration wait = Preference.wait(request);
        if (!wait.isZero() && answerWithVerdict(id, wait, request, response)) {
            return;
        }
        SubmitAnswer.accepted(id, message.clientRef(), response);
    }

    private static SmsMessage messageOf(byte[] body) {
        return switch (MessageReader.read(body)) {
            case MessageReader.Parsed.Valid valid -> valid.message();
            case MessageReader.Parsed.Invalid invalid -> throw new ProblemException(Problem.invalid(invalid.errors()));
        };
    }

    /** The message is accepted whatever happens here, so a store that does not answer only means that the client asks later. */
    private boolean answerWithVerdict(
            MessageId id, Duration wait, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            VerdictDocument document = lookup.await(id, wait, () -> ClientConnection.isClosed(request));
            if (document.isQueued()) {
                return false;
            }
            response.setHeader("Preference-Applied", Preference.applied(wait));
            response.setHeader("Cache-Control", "private, no-cache");
            response.setHeader("ETag", document.eTag());
            SubmitAnswer.json(200, json.writeValueAsBytes(document), response);
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
