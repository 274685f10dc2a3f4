package dev.winnow.ingest;

import com.fasterxml.uuid.Generators;
import dev.winnow.audit.InMemoryAuditLog;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.feedback.InMemoryFeedbackStore;
import dev.winnow.history.InMemoryRescanStore;
import dev.winnow.idempotency.InMemoryIdempotencyStore;
import dev.winnow.ingest.lookup.VerdictWatcher;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.message.MessageId;
import dev.winnow.message.MessageIds;
import dev.winnow.message.Priority;
import dev.winnow.pulse.InMemoryPulseLog;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.Subscription;
import dev.winnow.service.Stores;
import dev.winnow.statistics.InMemoryRuleStatistics;
import dev.winnow.statistics.InMemoryTenantUsage;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.tenant.Tenants;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.InMemoryCrashMarks;
import dev.winnow.verdict.InMemoryVerdictStore;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.InMemoryAttemptLog;
import dev.winnow.webhook.InMemoryDueWebhooks;
import dev.winnow.webhook.InMemoryEndpointStore;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.UrlPolicy;
import dev.winnow.webhook.WebhookPorts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole API on a free port, on the in-memory ports, and the strings to pull behind it. */
public final class RunningApi implements AutoCloseable {
    public static final String KEY = "wk_test-submit-key-of-acme";
    public static final String MANAGE_KEY = "wk_test-manage-key-of-acme";
    public static final String OTHER_KEY = "wk_test-submit-key-of-other";
    public static final String LIMITED_KEY = "wk_test-key-with-a-quota-of-3";
    public static final String TENANT = "acme";
    public static final String APP_TOKEN = "acme-app-token-0123456789";

    public static final String ID_SECRET = "id-secret-0123456789-0123456789-xyz";

    private static final IdSecret SECRET = IdSecret.fromBytes(1, ID_SECRET.getBytes(StandardCharsets.US_ASCII));

    public final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();
    private final Queue<Envelope> judged = new ConcurrentLinkedQueue<>();
    public final InMemoryVerdictStore verdicts = new InMemoryVerdictStore();
    public final SteppingClock leases = new SteppingClock();
    public final InMemoryIdempotencyStore requests = new InMemoryIdempotencyStore(leases);
    public final InMemoryRuleStatistics statistics = new InMemoryRuleStatistics();
    public final InMemoryFeedbackStore feedback = new InMemoryFeedbackStore();
    public final WebhookPorts callbacks = new WebhookPorts(
            new InMemoryEndpointStore(),
            new InMemoryDueWebhooks(),
            new InMemoryAttemptLog(),
            new SecretSealer(List.of(MasterKey.fromBytes(0, new byte[MasterKey.BYTES]))),
            UrlPolicy.STRICT);
    public final MessageIds ids = new MessageIds(List.of(SECRET));
    private final ConfigurableApplicationContext context;

    private RunningApi(
            UnaryOperator<EnvelopeQueue> throughQueue, UnaryOperator<VerdictStore> throughStore, String... settings) {
        Tenants tenants = new Tenants(List.of(
                new Tenant(
                        TENANT,
                        List.of(key("phone", KEY, Scope.SUBMIT), key("desk", MANAGE_KEY, Scope.SUBMIT, Scope.MANAGE)),
                        settings(null, APP_TOKEN)),
                new Tenant("other", List.of(key("phone", OTHER_KEY, Scope.SUBMIT)), TenantSettings.DEFAULT),
                new Tenant(
                        "limited",
                        List.of(new ApiKey("phone", ApiKey.hashKey(LIMITED_KEY), Set.of(Scope.SUBMIT), 3)),
                        settings(5, null).withHistory(new HistoryConsent(7, 0.25))),
                new Tenant("shut-out", List.of(), TenantSettings.DEFAULT, true)));
        String[] arguments = Stream.concat(Stream.of("server.port=0", "management.server.port=0"), Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        this.context = IngestApplication.start(
                new IngestPorts(
                        throughQueue.apply(queue),
                        new Stores(
                                throughStore.apply(verdicts),
                                new InMemoryCrashMarks(),
                                requests,
                                feedback,
                                callbacks.endpoints(),
                                callbacks.due(),
                                callbacks.attempts(),
                                statistics,
                                new InMemoryTenantUsage(),
                                new InMemoryPulseLog(),
                                new InMemoryAuditLog(),
                                new InMemoryRescanStore(Clock.systemUTC()),
                                CampaignLog.NONE),
                        tenants,
                        ids,
                        callbacks),
                arguments);
    }

    /** Starts it with these settings, each {@code name=value}. */
    public static RunningApi start(String... settings) {
        return new RunningApi(UnaryOperator.identity(), UnaryOperator.identity(), settings);
    }

    /** The same on a queue of the test's own. */
    public static RunningApi startOn(EnvelopeQueue queue, String... settings) {
        return new RunningApi(_ -> queue, UnaryOperator.identity(), settings);
    }

    /** Starts the API with a store of the test's own between it and the verdict store. */
    public static RunningApi startThrough(UnaryOperator<VerdictStore> store, String... settings) {
        return new RunningApi(UnaryOperator.identity(), store, settings);
    }

    /** How many requests wait for a verdict. */
    public int waiters() {
        return bean(VerdictWatcher.class).waiters();
    }

    public int port() {
        return port("local.server.port");
    }

    public int managementPort() {
        return port("local.management.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A client with a submit key. */
    public ApiClient client() {
        return new ApiClient(port(), KEY);
    }

    /** Saves the sums of rules now. */
    public void flushStatistics() {
        context.getBean(RuleCounters.class).flush();
    }

    /** The envelopes that {@link #judgeEverything} has judged, in the order in which they were received. */
    public List<Envelope> judgedEnvelopes() {
        return List.copyOf(judged);
    }

    /** The envelopes on the queue, in the order in which they were sent. */
    public List<Envelope> envelopes() {
        return queue.bodies().stream().map(RunningApi::decoded).toList();
    }

    private static Envelope decoded(String body) {
        try {
            return EnvelopeCodec.decode(body);
        } catch (MalformedEnvelopeException e) {
            throw new AssertionError("the API sent an envelope that cannot be decoded", e);
        }
    }

    /** An id that was issued and has no verdict. */
    public MessageId issue() {
        return ids.issueId(Generators.timeBasedEpochGenerator().generate(), 0, TENANT);
    }

    /** Plays the worker from now on: gives every message this verdict. */
    public void judgeEverything(Verdict verdict) {
        for (Priority lane : Priority.values()) {
            Subscription _ = queue.subscribeLane(
                    lane,
                    batch -> {
                        batch.forEach(delivery -> {
                            Envelope envelope = decoded(delivery.body());
                            judged.add(envelope);
                            judge(envelope.id(), envelope.slots().size(), verdict);
                        });
                        return batch;
                    },
                    10);
        }
    }

    /** Plays the worker: saves the same verdict for every slot up to this message's. */
    public void judge(String messageId, Verdict verdict) {
        MessageId id = ids.verifyId(messageId, TENANT).orElseThrow();
        judge(id.envelope(), id.slot() + 1, verdict);
    }

    /** Plays the worker: saves the same verdict for all slots of an envelope. */
    public void judge(UUID envelope, int slots, Verdict verdict) {
        SlotVerdict slot = new SlotVerdict(verdict, null, Instant.ofEpochMilli(Envelope.openedAtMillis(envelope)));
        verdicts.saveVerdicts(new EnvelopeVerdicts(
                envelope,
                1,
                "2026.11.24-3f9c",
                "yara 4.5.8",
                Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                Collections.nCopies(slots, slot)));
    }

    private int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    private static TenantSettings settings(@Nullable Integer messagesPerMinute, @Nullable String appToken) {
        return new TenantSettings(50, 15, Set.of(), Set.of(), messagesPerMinute, appToken, null);
    }

    private static ApiKey key(String name, String text, Scope... scopes) {
        return new ApiKey(name, ApiKey.hashKey(text), Set.of(scopes));
    }

    @Override
    public void close() {
        context.close();
    }
}
