package dev.winnow.console.access;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the console is there, without a look at the store: a store that is away is a page, and no reason for a restart. */
@RestController
final class HeartbeatController {
    @GetMapping(
            path = {"/livez", "/readyz"},
            produces = MediaType.TEXT_PLAIN_VALUE)
    String answer() {
        return ".";
    }
}
