package dev.winnow.ingest.web;

import dev.winnow.build.BuildInfo;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves a page for people who open the address in a browser. */
@RestController
final class WelcomeController {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final String page = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Winnow</title>
            <h1>Winnow</h1>
            <p>This is the API of an SMS junk filter, version %s. Programs submit messages to it and get verdicts; a key is needed for that.</p>
            <ul>
              <li><a href="openapi.yaml">The contract</a> (OpenAPI), for programs</li>
              <li><a href="readyz">Whether it works</a> at this moment</li>
            </ul>
            </html>
            """.formatted(BuildInfo.readBuild().version());

    /** Answers in HTML, also to a program that asks for another type: this path has nothing else. */
    @GetMapping("/")
    ResponseEntity<String> welcome() {
        return ResponseEntity.ok().contentType(HTML).body(page);
    }
}
