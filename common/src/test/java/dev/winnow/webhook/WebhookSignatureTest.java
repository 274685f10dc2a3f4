package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks signatures with the reference library of Standard Webhooks. */
class WebhookSignatureTest {
    private static final String BODY = "{\"type\":\"message.verdict\",\"text\":\"ä 😀\"}";

    private final byte[] secret = WebhookSignature.newSecret();
    private final byte[] other = WebhookSignature.newSecret();

    @Test
    void satisfiesTheReferenceLibrary() {
        verifies(secret, BODY, Instant.now(), List.of(secret));
    }

    @Test
    void satisfiesReceiversWithEitherSecretDuringARotation() {
        verifies(secret, BODY, Instant.now(), List.of(other, secret));
        verifies(other, BODY, Instant.now(), List.of(other, secret));
    }

    @Test
    void failsWithAnotherSecretBodyOrTime() {
        fails(secret, BODY, Instant.now(), List.of(other));
        fails(secret, BODY + " ", Instant.now(), List.of(secret));
        fails(secret, BODY, Instant.now().minusSeconds(600), List.of(secret));
    }

    private static void verifies(byte[] known, String received, Instant at, List<byte[]> signers) {
        assertThatCode(() -> verify(known, received, at, signers)).doesNotThrowAnyException();
    }

    private static void fails(byte[] known, String received, Instant at, List<byte[]> signers) {
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verify(known, received, at, signers));
    }

    private static void verify(byte[] known, String received, Instant at, List<byte[]> signers) throws Exception {
        String id = WebhookIds.deriveId(List.of("x"));
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
                        "webhook-signature", List.of(WebhookSignature.signBody(id, at, BODY, signers))),
                (_, _) -> true);
        new Webhook(WebhookSignature.showSecret(known)).verify(received, headers);
    }
}
