package dev.winnow.lab.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The queue: first in, first out, but a fairness group with more than a tenth of the messages in flight comes after the others. */
final class SimulatedQueue {
    /** An envelope, of the noisy tenant or of the ordinary tenants. */
    record Envelope(double arrived, int sms, boolean noisy) {}

    /** The share in flight from which a group counts as noisy (SQS fair queues: more than 10 % of all in flight, and at least 30). */
    private static final double NOISY_SHARE = 0.1;

    private static final int NOISY_FROM = 30;

    private final Deque<Envelope> quiet = new ArrayDeque<>();
    private final Deque<Envelope> noisy = new ArrayDeque<>();
    private long waitingSms;
    private long inFlightSms;
    private int inFlight;
    private int inFlightNoisy;

    void addEnvelope(Envelope envelope) {
        (envelope.noisy() ? noisy : quiet).add(envelope);
        waitingSms += envelope.sms();
    }

    @Nullable Envelope receiveEnvelope() {
        Envelope envelope = nextLane().poll();
        if (envelope != null) {
            waitingSms -= envelope.sms();
            inFlightSms += envelope.sms();
            inFlight++;
            inFlightNoisy += envelope.noisy() ? 1 : 0;
        }
        return envelope;
    }

    void finishEnvelope(Envelope envelope) {
        inFlightSms -= envelope.sms();
        inFlight--;
        inFlightNoisy -= envelope.noisy() ? 1 : 0;
    }

    private Deque<Envelope> nextLane() {
        if (quiet.isEmpty() || noisy.isEmpty()) {
            return quiet.isEmpty() ? noisy : quiet;
        }
        boolean crowding = noisy.size() + inFlightNoisy >= NOISY_FROM && inFlightNoisy >= NOISY_SHARE * inFlight;
        return crowding || quiet.getFirst().arrived() <= noisy.getFirst().arrived() ? quiet : noisy;
    }

    long waitingSms() {
        return waitingSms;
    }

    long inFlightSms() {
        return inFlightSms;
    }

    int waitingCount() {
        return quiet.size() + noisy.size();
    }

    int inFlight() {
        return inFlight;
    }

    /** The wait of the oldest ordinary message, in seconds. */
    double oldestAge(double now) {
        return quiet.isEmpty() ? 0 : now - quiet.getFirst().arrived();
    }
}
