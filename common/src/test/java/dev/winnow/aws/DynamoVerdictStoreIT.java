package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictStore.SaveOutcome.AlreadySaved;
import dev.winnow.verdict.VerdictStore.SaveOutcome.Saved;
import dev.winnow.verdict.VerdictStoreContract;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoVerdictStoreIT extends VerdictStoreContract {
    @SuppressWarnings("NullAway.Init")
    private static FaultProxy proxy;

    @SuppressWarnings("NullAway.Init")
    private static DynamoDbClient client;

    @SuppressWarnings("NullAway.Init")
    private static DynamoSettings settings;

    private final VerdictStore store =
            DynamoDatabase.openTable(client, settings, Clock.systemUTC()).verdicts();

    @BeforeAll
    static void start() {
        proxy = new FaultProxy(Aws.shared().endpoint());
        client = Aws.shared().through(proxy).dynamoDb(Duration.ofSeconds(2));
        settings = new DynamoSettings(Aws.shared().newTable(), Duration.ofSeconds(2));
    }

    @AfterAll
    static void stop() {
        client.close();
        proxy.close();
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @Override
    protected VerdictStore store() {
        return store;
    }

    @Test
    void asksAgainForKeysThatWereLeftUnprocessed() {
        List<EnvelopeVerdicts> saved = save(25);
        proxy.inject(Faults.leavesUnprocessed(7, 3));

        assertThat(store.findVerdicts(ids(saved)).values()).containsExactlyInAnyOrderElementsOf(saved);
    }

    @Test
    void givesUpOnUnprocessedKeysWhenTheTimeIsUp() {
        List<EnvelopeVerdicts> saved = save(2);
        proxy.inject(Faults.leavesUnprocessed(0, Integer.MAX_VALUE));

        assertThatThrownBy(() -> store.findVerdicts(ids(saved)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("2 keys unread");
    }

    @Test
    void savesOnceThrottlingEnds() {
        proxy.inject(Faults.throttles("PutItem", 3));

        assertThat(store.saveVerdicts(VerdictSamples.ofEveryKind(VerdictSamples.envelope())))
                .isEqualTo(new Saved());
    }

    @Test
    void spendsNoMoreThanItsRetryBudgetWhileEverythingIsThrottled() throws Exception {
        proxy.inject(Faults.throttles("PutItem", Integer.MAX_VALUE));
        int before = proxy.requests("PutItem");
        int calls = 400;
        try (DynamoDbClient fresh = Aws.shared().through(proxy).dynamoDb(Duration.ofSeconds(2));
                var threads = Executors.newFixedThreadPool(40)) {
            VerdictStore throttled =
                    DynamoDatabase.openTable(fresh, settings, Clock.systemUTC()).verdicts();
            Stream.generate(() -> threads.submit(() -> assertThatThrownBy(
                                    () -> throttled.saveVerdicts(VerdictSamples.ofEveryKind(VerdictSamples.envelope())))
                            .isInstanceOf(StoreUnavailableException.class)))
                    .limit(calls)
                    .toList()
                    .forEach(each -> assertThat(each).succeedsWithin(Duration.ofSeconds(30)));
        }

        assertThat(proxy.requests("PutItem") - before).isBetween(calls, calls + calls / 2);
    }

    @Test
    void standsByTheFirstOutcomeWhenItsConfirmationWasLost() {
        proxy.inject(Faults.losesAnswers("PutItem", 1));
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());

        assertThat(store.saveVerdicts(verdicts)).isEqualTo(new AlreadySaved(verdicts));
    }

    @Test
    void doesNotReadExpiredItemsThatAreNotDeletedYet() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store.saveVerdicts(verdicts);
        Clock later = Clock.offset(Clock.systemUTC(), Retention.VERDICTS.plusSeconds(2));

        assertThat(DynamoDatabase.openTable(client, settings, later)
                        .verdicts()
                        .findVerdicts(List.of(verdicts.envelope())))
                .isEmpty();
    }

    @Test
    void saysThatDynamoDbIsOutOfReach() {
        proxy.cut();

        assertThatThrownBy(() -> store.findVerdicts(List.of(VerdictSamples.envelope())))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(settings.table());
    }

    @Test
    void saysWhichTableIsMissing() {
        VerdictStore nowhere = DynamoDatabase.openTable(
                        client, new DynamoSettings("nowhere", Duration.ofSeconds(2)), Clock.systemUTC())
                .verdicts();

        assertThatThrownBy(() -> nowhere.saveVerdicts(VerdictSamples.ofEveryKind(VerdictSamples.envelope())))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("create it");
    }

    @Test
    void takesTheLargestLegalItem() {
        UUID envelope = VerdictSamples.envelope();
        SlotVerdict[] slots = IntStream.range(0, 200)
                .mapToObj(slot -> VerdictSamples.largest(envelope, slot))
                .toArray(SlotVerdict[]::new);

        assertThat(store.saveVerdicts(VerdictSamples.of(envelope, slots))).isEqualTo(new Saved());
        assertThat(store.findVerdicts(List.of(envelope)).values())
                .singleElement()
                .satisfies(stored -> assertThat(stored.slots()).hasSize(200));
    }

    private List<EnvelopeVerdicts> save(int count) {
        List<EnvelopeVerdicts> all = Stream.generate(() -> VerdictSamples.ofEveryKind(VerdictSamples.envelope()))
                .limit(count)
                .toList();
        all.forEach(store::saveVerdicts);
        return all;
    }

    private static List<UUID> ids(List<EnvelopeVerdicts> all) {
        return all.stream().map(EnvelopeVerdicts::envelope).toList();
    }
}
