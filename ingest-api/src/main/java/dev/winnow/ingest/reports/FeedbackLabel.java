package dev.winnow.ingest.reports;

import dev.winnow.feedback.Feedback.Label;
import dev.winnow.feedback.Feedback.Topic;
import dev.winnow.ingest.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The label and topic that a person gives a message.
 *
 * @param label junk or not
 * @param topic the kind of junk; null when the person named none
 */
record FeedbackLabel(Label label, @Nullable Topic topic) {
    /** Reads {@code label} and {@code category}; errors are added to the list and make the result empty. */
    static Optional<FeedbackLabel> readLabel(JsonNode json, List<FieldError> errors) {
        Optional<Label> label = readToken(json.path("label"), Label.values(), Label::token);
        if (label.isEmpty()) {
            errors.add(new FieldError("/label", "is required and must be junk or notJunk"));
        }
        JsonNode category = json.path("category");
        Optional<Topic> topic = readToken(category, Topic.values(), Topic::token);
        if (topic.isEmpty() && !category.isMissingNode() && !category.isNull()) {
            errors.add(new FieldError("/category", "must be spam, fraud, inappropriate or other"));
        }
        return errors.isEmpty() ? label.map(said -> new FeedbackLabel(said, topic.orElse(null))) : Optional.empty();
    }

    private static <T> Optional<T> readToken(JsonNode value, T[] constants, Function<T, String> token) {
        return value.isString()
                ? Arrays.stream(constants)
                        .filter(constant -> token.apply(constant).equals(value.stringValue()))
                        .findFirst()
                : Optional.empty();
    }
}
