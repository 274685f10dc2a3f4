package dev.winnow.ingest.quota;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory.Credential;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts messages a minute, for each tenant and each key that has a quota. Any thread. */
public final class Quotas {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** The most tenants and keys with a quota whose use is known; more would take more memory than they are worth. */
    private static final int REMEMBERED = 100_000;

    private final int tasks;
    private final RecentBuckets buckets = new RecentBuckets(WINDOW, REMEMBERED);
    private final TenantVolumes volumes = new TenantVolumes();

    public Quotas(QuotaSettings settings) {
        this.tasks = settings.tasks();
    }

    /** The numbers of messages that were charged, by tenant. */
    public TenantVolumes volumes() {
        return volumes;
    }

    /**
     * Takes so many messages off the quotas and writes the rest into the headers (draft-ietf-httpapi-ratelimit-headers).
     *
     * @throws ProblemException 429 if a quota does not hold that many
     */
    public void chargeMessages(Credential credential, int messages, HttpServletResponse response) {
        volumes.addMessages(credential.tenant().id(), messages);
        Integer perTenant = credential.tenant().settings().messagesPerMinute();
        Integer perKey = credential.key().messagesPerMinute();
        if (perTenant == null && perKey == null) {
            return;
        }
        String tenant = credential.tenant().id();
        List<Charge> charges = new ArrayList<>(2);
        addCharge(charges, "key", tenant + "/" + credential.key().sha256(), perKey, messages);
        addCharge(charges, "tenant", tenant, perTenant, messages);
        response.setHeader("RateLimit-Policy", joinCharges(charges, Charge::formatPolicy));
        response.setHeader("RateLimit", joinCharges(charges, Charge::formatState));
        charges.stream().filter(Charge::isRefused).findFirst().ifPresent(refused -> {
            charges.forEach(charge -> charge.giveBack(messages));
            throw refused.toProblem();
        });
    }

    /** Takes so many messages off the tenant's quota, for a route that no key opens; false if the quota does not hold that many. */
    public boolean tryCharge(Tenant tenant, int messages) {
        volumes.addMessages(tenant.id(), messages);
        List<Charge> charges = new ArrayList<>(1);
        addCharge(charges, "tenant", tenant.id(), tenant.settings().messagesPerMinute(), messages);
        return charges.stream().noneMatch(Charge::isRefused);
    }

    private void addCharge(List<Charge> charges, String name, String owner, @Nullable Integer quota, int messages) {
        if (quota != null) {
            int share = Math.ceilDiv(quota, tasks);
            Bucket bucket = buckets.bucketOf(name + " " + owner, share);
            charges.add(new Charge(name, share, bucket, bucket.tryConsumeAndReturnRemaining(messages)));
        }
    }

    private static String joinCharges(List<Charge> charges, java.util.function.Function<Charge, String> text) {
        return String.join(", ", charges.stream().map(text).toList());
    }

    private record Charge(String name, int quota, Bucket bucket, ConsumptionProbe probe) {
        boolean isRefused() {
            return !probe.isConsumed();
        }

        void giveBack(int messages) {
            if (probe.isConsumed()) {
                bucket.addTokens(messages);
            }
        }

        String formatPolicy() {
            return "\"" + name + "\";q=" + quota + ";w=" + WINDOW.toSeconds();
        }

        String formatState() {
            long seconds = isRefused() ? secondsToWait() : toSeconds(probe.getNanosToWaitForReset());
            return "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds;
        }

        ProblemException toProblem() {
            return new ProblemException(Problem.of(
                            ProblemType.QUOTA_EXCEEDED,
                            "The quota of this " + name + " is " + quota + " messages a minute.")
                    .withHeader("Retry-After", String.valueOf(secondsToWait())));
        }

        /** A request that is larger than the whole quota would wait for ever; it is told to come back after a window. */
        private long secondsToWait() {
            return Math.min(WINDOW.toSeconds(), toSeconds(probe.getNanosToWaitForRefill()));
        }

        private static long toSeconds(long nanos) {
            return Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
        }
    }
}
