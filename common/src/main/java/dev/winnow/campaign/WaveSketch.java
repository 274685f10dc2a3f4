package dev.winnow.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a worker for the texts that go around, which is bounded: the last {@value #PLACES} texts that were not near one another, and a
 * tally for each that came again, {@value #MAX_TALLIES} at most. The oldest texts that did not come again make room for new ones. About 9 MB
 * when all is full. One thread.
 */
final class WaveSketch {
    /** The texts that are remembered: at a thousand messages a second, those of half a minute or more. */
    static final int PLACES = 32_768;

    static final int MAX_TALLIES = 2_000;

    /** A campaign is reported when it has this number of messages. */
    static final int REPORTED_FROM = 3;

    private static final Comparator<WaveTally> MOST_UNSENT_FIRST =
            Comparator.comparingLong(WaveTally::unsent).reversed();

    /** Tallies that are too small for a report are dropped first, then those that were not seen for the longest time. */
    private static final Comparator<WaveTally> LEAST_TELLING_FIRST = Comparator.comparing(
                    (WaveTally tally) -> tally.messages() >= REPORTED_FROM)
            .thenComparingLong(WaveTally::lastMillis);

    private final NearIndex index = new NearIndex(PLACES);

    /** The first message of a text, its {@link WaveTally} once it came again, or null at a free place. */
    private final @Nullable Object[] states = new @Nullable Object[PLACES];

    private final boolean[] seenAgain = new boolean[PLACES];
    private final List<WaveTally> tallies = new ArrayList<>();
    private int hand;

    /** Counts a message. */
    void count(WaveMessage message, long millis) {
        int place = index.findNearest(message.fingerprint());
        if (place == NearIndex.NONE) {
            place = freePlace();
            index.put(place, message.fingerprint());
            states[place] = message;
            seenAgain[place] = false;
            return;
        }
        seenAgain[place] = true;
        WaveTally tally = states[place] instanceof WaveTally known ? known : openTally(place, millis);
        tally.add(message, millis);
    }

    /** Takes what is not reported yet, of the campaigns that grew most. */
    List<Wave> takeWaves(int limit) {
        return tallies.stream()
                .filter(tally -> tally.messages() >= REPORTED_FROM && tally.unsent() > 0)
                .sorted(MOST_UNSENT_FIRST)
                .limit(limit)
                .map(WaveTally::takeWave)
                .toList();
    }

    /** The sizes of the campaigns that are large enough for a report. */
    Map<Fingerprint, WaveSize> listSizes(long millis) {
        Map<Fingerprint, WaveSize> sizes = new HashMap<>();
        tallies.stream()
                .filter(tally -> tally.messages() >= REPORTED_FROM)
                .forEach(tally -> sizes.put(tally.fingerprint(), tally.size(millis)));
        return sizes;
    }

    private WaveTally openTally(int place, long millis) {
        if (tallies.size() >= MAX_TALLIES) {
            dropTallies();
        }
        WaveTally tally = new WaveTally(index.fingerprintAt(place));
        if (states[place] instanceof WaveMessage first) {
            tally.add(first, millis);
        }
        states[place] = tally;
        tallies.add(tally);
        return tally;
    }

    /** Drops a quarter of the tallies at once, because a search for the least telling one costs as much. */
    private void dropTallies() {
        List<WaveTally> dropped = tallies.stream()
                .sorted(LEAST_TELLING_FIRST)
                .limit(MAX_TALLIES / 4)
                .toList();
        for (WaveTally tally : dropped) {
            int place = index.findNearest(tally.fingerprint());
            if (place != NearIndex.NONE && states[place] == tally) {
                clearPlace(place);
            }
        }
        tallies.removeAll(new HashSet<>(dropped));
    }

    /** The next place in a circle that is free or was not seen again since the last time around. */
    private int freePlace() {
        while (true) {
            int place = hand;
            hand = (hand + 1) % PLACES;
            Object state = states[place];
            if (state == null) {
                return place;
            }
            if (!seenAgain[place]) {
                if (state instanceof WaveTally tally) {
                    tallies.remove(tally);
                }
                clearPlace(place);
                return place;
            }
            seenAgain[place] = false;
        }
    }

    private void clearPlace(int place) {
        index.remove(place);
        states[place] = null;
        seenAgain[place] = false;
    }
}
