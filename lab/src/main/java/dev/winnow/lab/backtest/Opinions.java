package dev.winnow.lab.backtest;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.history.KeptMessage;
import dev.winnow.message.MessageId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The opinions of people about kept messages; those of a tenant are read when its first message asks. Any thread. */
final class Opinions {
    private record Place(UUID envelope, int slot) {}

    private final FeedbackStore store;
    private final Map<String, Map<Place, List<Feedback.Label>>> byTenant = new ConcurrentHashMap<>();

    Opinions(FeedbackStore store) {
        this.store = store;
    }

    /** All opinions about a message, one for each key. */
    List<Feedback.Label> listOpinions(KeptMessage message) {
        return byTenant.computeIfAbsent(message.tenant(), this::readTenant)
                .getOrDefault(new Place(message.envelope(), message.slot()), List.of());
    }

    private Map<Place, List<Feedback.Label>> readTenant(String tenant) {
        return store.listFeedback(tenant).stream()
                .collect(Collectors.groupingBy(
                        feedback -> placeOf(feedback.messageId()),
                        Collectors.mapping(Feedback::label, Collectors.toList())));
    }

    private static Place placeOf(String messageId) {
        MessageId id = MessageId.parseText(messageId);
        return new Place(id.envelope(), id.slot());
    }
}
