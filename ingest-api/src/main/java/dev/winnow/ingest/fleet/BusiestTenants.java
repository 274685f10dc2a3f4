package dev.winnow.ingest.fleet;

import dev.winnow.ingest.quota.TenantVolumes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the tenants that sent the most messages in the last minute, a line for each; a metric by tenant would have no bound. */
public final class BusiestTenants implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BusiestTenants.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int LIMIT = 5;

    private final TenantVolumes volumes;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("busiest-tenants").factory());

    BusiestTenants(TenantVolumes volumes) {
        this.volumes = volumes;
    }

    /** Logs every minute from now on, until it is closed. */
    public static BusiestTenants start(TenantVolumes volumes) {
        BusiestTenants busiest = new BusiestTenants(volumes);
        Future<?> _ = busiest.timer.scheduleAtFixedRate(
                busiest::logVolumes, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return busiest;
    }

    void logVolumes() {
        for (TenantVolumes.Volume volume : volumes.takeBusiest(LIMIT)) {
            log.atInfo()
                    .addKeyValue("tenant", volume.tenant())
                    .addKeyValue("messages", volume.messages())
                    .log("Tenant {} sent {} messages in the last minute", volume.tenant(), volume.messages());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
