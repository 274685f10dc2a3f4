package dev.winnow.ingest.fleet;

import dev.winnow.fleet.SinceLast;
import dev.winnow.ingest.submit.EnvelopePacker;
import dev.winnow.queue.DepthGauge;
import dev.winnow.queue.QueueUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the messages that wait or are worked on, lane by lane: the depth of a queue times the messages in an envelope since the last
 * measurement. Workers are scaled by it, so a queue that does not answer has no figure rather than a guessed one. One thread at a time; blocks.
 */
public final class QueueBacklogs implements Supplier<Map<String, Double>> {
    private static final Logger log = LoggerFactory.getLogger(QueueBacklogs.class);

    private final Map<String, DepthGauge> lanes;
    private final SinceLast envelopes;
    private final SinceLast messages;
    private double messagesPerEnvelope = 1;

    /**
     * Gauges that have not been read yet.
     *
     * @param lanes the queues of envelopes, by the name of the figure
     */
    public QueueBacklogs(Map<String, DepthGauge> lanes, EnvelopePacker packer) {
        this.lanes = Map.copyOf(lanes);
        this.envelopes = new SinceLast(packer::envelopes);
        this.messages = new SinceLast(packer::messages);
    }

    @Override
    public Map<String, Double> get() {
        long sent = envelopes.takeGrowth();
        long sentMessages = messages.takeGrowth();
        if (sent > 0) {
            messagesPerEnvelope = (double) sentMessages / sent;
        }
        Map<String, Double> backlogs = new HashMap<>();
        lanes.forEach((name, gauge) -> readBacklog(name, gauge, backlogs));
        return backlogs;
    }

    private void readBacklog(String name, DepthGauge gauge, Map<String, Double> backlogs) {
        try {
            backlogs.put(name, gauge.readDepth().total() * messagesPerEnvelope);
        } catch (QueueUnavailableException e) {
            log.warn(
                    "Could not read the depth of the queue behind {}; leaving the figure out: {}",
                    name,
                    e.getMessage());
        }
    }
}
