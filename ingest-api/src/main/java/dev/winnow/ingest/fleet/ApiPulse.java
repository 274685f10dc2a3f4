package dev.winnow.ingest.fleet;

import dev.winnow.ingest.submit.EnvelopePacker;
import dev.winnow.pulse.PulseNames;
import dev.winnow.pulse.PulseSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;

/** The figures of an API task for its pulse, read from counters that exist for its metrics. */
public final class ApiPulse implements PulseSource {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private final EnvelopePacker packer;
    private final MeterRegistry registry;

    public ApiPulse(EnvelopePacker packer, MeterRegistry registry) {
        this.packer = packer;
        this.registry = registry;
    }

    @Override
    public Map<String, Long> readTotals() {
        Map<String, Long> totals = new HashMap<>();
        totals.put(PulseNames.ACCEPTED, packer.messages());
        for (Timer answers : registry.find("winnow.requests").timers()) {
            int status = Integer.parseInt(String.valueOf(answers.getId().getTag("status")));
            if (status == TOO_MANY_REQUESTS) {
                totals.merge(PulseNames.REFUSED_QUOTA, answers.count(), Long::sum);
            } else if (status == UNAVAILABLE) {
                totals.merge(PulseNames.REFUSED_BUSY, answers.count(), Long::sum);
            } else if (status >= SERVER_ERROR) {
                totals.merge(PulseNames.FAILED_REQUESTS, answers.count(), Long::sum);
            }
        }
        return totals;
    }
}
