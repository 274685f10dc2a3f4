package dev.winnow.ingest.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the contract. */
@RestController
final class OpenApiController {
    private final byte[] contract;

    OpenApiController() {
        try {
            this.contract = new ClassPathResource("/dev/winnow/ingest/openapi.yaml").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml is missing from the jar; build it with Maven", e);
        }
    }

    /** A copy, as the container may change an array that it is given. */
    @GetMapping(path = "/openapi.yaml", produces = "application/yaml")
    byte[] openApi() {
        return contract.clone();
    }
}
