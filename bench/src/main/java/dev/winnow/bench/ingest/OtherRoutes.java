package dev.winnow.bench.ingest;

import dev.winnow.ingest.submit.Receipt;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.ingest.web.RequestBody;
import dev.winnow.ingest.web.RequestCredential;
import dev.winnow.message.SmsMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The hot route in the two styles of Spring MVC, behind the same filters, to compare with. */
@Configuration(proxyBeanMethods = false)
public class OtherRoutes {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    /** An annotated controller. */
    @RestController
    static final class Annotated {
        private final Submitter submitter;

        Annotated(Submitter submitter) {
            this.submitter = submitter;
        }

        @PostMapping(path = "/v1/annotated", consumes = "application/json", produces = "application/json")
        ResponseEntity<Map<String, String>> submitMessage(HttpServletRequest request) {
            Receipt receipt = OtherRoutes.submitMessage(submitter, request);
            return ResponseEntity.accepted()
                    .location(URI.create("/v1/messages/" + receipt.id()))
                    .header("Retry-After", "1")
                    .body(Map.of("id", receipt.id(), "status", "queued"));
        }
    }

    @Bean
    RouterFunction<ServerResponse> functionalRoute(Submitter submitter) {
        return RouterFunctions.route()
                .POST("/v1/functional", request -> {
                    Receipt receipt = submitMessage(submitter, request.servletRequest());
                    return ServerResponse.accepted()
                            .location(URI.create("/v1/messages/" + receipt.id()))
                            .header("Retry-After", "1")
                            .body(Map.of("id", receipt.id(), "status", "queued"));
                })
                .build();
    }

    private static Receipt submitMessage(Submitter submitter, HttpServletRequest request) {
        BareServlet.Message message = JSON.readValue(RequestBody.bodyOf(request).bytes(), BareServlet.Message.class);
        String text = message.text() == null ? "" : message.text();
        return submitter.submitMessage(
                RequestCredential.credentialOf(request).tenant().id(), SmsMessage.ofText(text), TIMEOUT);
    }
}
