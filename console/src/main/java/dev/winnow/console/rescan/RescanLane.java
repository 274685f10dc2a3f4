package dev.winnow.console.rescan;

import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Sends messages of the history to the bulk lane. Calls block; any thread.
 *
 * @param runner the name of this process
 */
record RescanLane(MessageHistory history, VerdictStore verdicts, RescanSender sender, String runner) {
    /**
     * Sends those of the given messages that a rescan has chosen; returns their number.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the store did not answer
     * @throws dev.winnow.queue.QueueUnavailableException if the queue did not confirm; a repetition is safe
     */
    int sendChosen(RescanSelection selection, List<KeptMessage> messages) {
        Map<UUID, EnvelopeVerdicts> stored = findVerdicts(messages);
        List<KeptMessage> chosen = messages.stream()
                .filter(message -> selection.includes(message, stored.get(message.envelope())))
                .toList();
        sender.send(chosen);
        return chosen.size();
    }

    private Map<UUID, EnvelopeVerdicts> findVerdicts(List<KeptMessage> messages) {
        Set<UUID> envelopes = new LinkedHashSet<>();
        messages.forEach(message -> envelopes.add(message.envelope()));
        Map<UUID, EnvelopeVerdicts> found = new HashMap<>();
        List<UUID> all = new ArrayList<>(envelopes);
        for (int begin = 0; begin < all.size(); begin += VerdictStore.MAX_FIND) {
            found.putAll(
                    verdicts.findVerdicts(all.subList(begin, Math.min(begin + VerdictStore.MAX_FIND, all.size()))));
        }
        return found;
    }
}
