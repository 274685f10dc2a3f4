package dev.winnow.worker.rules;

import dev.winnow.publication.TrippedRule;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.Version;
import dev.winnow.store.StoreUnavailableException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that fuses of all workers put into shadow. While the store is away, the log says so and the worker goes on. Any thread. */
record SharedTrips(TrippedRules store) {
    private static final Logger log = LoggerFactory.getLogger(SharedTrips.class);

    void tellOthers(TrippedRule trip) {
        try {
            store.saveTripped(trip);
        } catch (StoreUnavailableException e) {
            log.error("Could not tell the other workers that rule '{}' is in shadow: {}", trip.rule(), e.getMessage());
        }
    }

    /** The trips since this version was published; none while the store is away. */
    List<TrippedRule> listTrips(Version version) {
        try {
            return store.listTripped(version.key());
        } catch (StoreUnavailableException e) {
            log.warn("Could not read which rules a fuse put into shadow: {}", e.getMessage());
            return List.of();
        }
    }
}
