package dev.winnow.console.rules;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The publication of rules, for programs. */
@RestController
final class PublicationController {
    private static final String PATH = AccessConfiguration.API + "rule-publications";

    private final RulePublisher publisher;

    PublicationController(RulePublisher publisher) {
        this.publisher = publisher;
    }

    record RuleText(@Nullable String name, @Nullable String text) {}

    record DraftRequest(
            @Nullable List<@Nullable RuleText> files,
            @Nullable Boolean removeOthers,
            @Nullable String mark) {
        private RuleDraft toDraft() {
            List<@Nullable RuleText> given = files == null ? List.of() : files;
            return new RuleDraft(
                    given.stream()
                            .map(file -> new RuleSource(
                                    file == null || file.name() == null ? "" : file.name(),
                                    file == null || file.text() == null ? "" : file.text()))
                            .toList(),
                    Objects.requireNonNullElse(removeOthers, false));
        }
    }

    /** The effect that a publication would have. */
    record ReviewDocument(
            String mark,
            List<String> files,
            List<String> removedFiles,
            List<String> added,
            List<String> changed,
            List<String> removed,
            List<String> refusals) {
        static ReviewDocument of(RulePublisher.Review review) {
            return new ReviewDocument(
                    review.mark(),
                    review.files(),
                    review.removedFiles(),
                    review.changes().added(),
                    review.changes().changed(),
                    review.changes().removed(),
                    review.refusals());
        }
    }

    record PublicationDocument(String live) {}

    @PostMapping(path = PATH + "/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReviewDocument review(@RequestBody DraftRequest request, Operator by) {
        return OpsException.answer(() -> ReviewDocument.of(publisher.review(by, request::toDraft)));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PublicationDocument publish(@RequestBody DraftRequest request, Operator by) {
        return OpsException.answer(() -> new PublicationDocument(
                publisher.publish(by, request::toDraft, request.mark() == null ? "" : request.mark())));
    }
}
