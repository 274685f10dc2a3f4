package dev.winnow.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenants of a file, which is read every second. If it cannot be read, the last tenants stay. Any thread. */
public final class WatchedTenantFile implements TenantDirectory, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WatchedTenantFile.class);

    private final Path file;
    private final LiveTenants tenants;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tenant-file").factory());
    private byte[] seen;

    private WatchedTenantFile(Path file, byte[] first) {
        this.file = file;
        this.seen = first;
        this.tenants = new LiveTenants(TenantFile.parseDocument(first, file.toString()));
        Future<?> _ = timer.scheduleWithFixedDelay(this::reloadIfChanged, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Reads the file and watches it.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no tenant file
     */
    public static WatchedTenantFile open(Path file) throws IOException {
        return new WatchedTenantFile(file, Files.readAllBytes(file));
    }

    @Override
    public Optional<Credential> authenticateKey(String key) {
        return tenants.authenticateKey(key);
    }

    @Override
    public Optional<Tenant> findByAppToken(String token) {
        return tenants.findByAppToken(token);
    }

    @Override
    public Optional<Tenant> findTenant(String tenantId) {
        return tenants.findTenant(tenantId);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Reads the file again if it has changed; called by the timer. */
    synchronized void reloadIfChanged() {
        try {
            byte[] now = Files.readAllBytes(file);
            if (!Arrays.equals(now, seen)) {
                seen = now;
                tenants.replaceAll(TenantFile.parseDocument(now, file.toString()));
                log.info("The tenant file {} has changed; its tenants are live", file);
            }
        } catch (IOException | RuntimeException e) {
            log.error("Could not load the changed tenant file {}; the last tenants stay live: {}", file, e.toString());
        }
    }
}
