package dev.winnow.ingest.apple;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The file by which Apple lets apps send messages and reports to this host. */
@RestController
final class AssociationController {
    private final List<String> appIds;

    AssociationController(AppleSettings settings) {
        this.appIds = settings.appIds();
    }

    /** Apple's own member names. */
    record Document(Apps messagefilter, Apps classificationreport) {}

    record Apps(List<String> apps) {}

    @GetMapping(path = "/.well-known/apple-app-site-association", produces = MediaType.APPLICATION_JSON_VALUE)
    Document readAssociation() {
        if (appIds.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "No app ids are configured: set winnow.apple.app-ids if there are apps.");
        }
        return new Document(new Apps(appIds), new Apps(appIds));
    }
}
