package dev.winnow.aws;

import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.tenant.TenantDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The history of a fleet in compressed objects of one bucket: one object for each save and hour of acceptance, or more if the names of
 * the tenants do not fit into a key. The bucket encrypts. Any thread.
 */
final class S3History implements MessageHistory {
    /** The time in which one worker of the fleet deletes for all of them. */
    static final Duration SWEEP = Duration.ofHours(6);

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client objects;
    private final String bucket;

    S3History(S3Client objects, String bucket) {
        this.objects = objects;
        this.bucket = bucket;
    }

    /** One object a minute: a put costs the same for few messages and for many. */
    @Override
    public Duration saveEvery() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void saveMessages(List<KeptMessage> messages) {
        Map<Instant, List<KeptMessage>> hours = messages.stream()
                .collect(Collectors.groupingBy(
                        message -> HistoryObject.hourOf(message.acceptedAt()), TreeMap::new, Collectors.toList()));
        hours.forEach((hour, ofHour) -> splitByKey(ofHour).forEach(part -> putObject(hour, part)));
    }

    @Override
    public Page readPage(Instant from, Instant to, String cursor) {
        String after = cursor.equals(START) ? HistoryObject.prefixOf(HistoryObject.hourOf(from)) : cursor;
        String end = HistoryObject.prefixOf(
                HistoryObject.hourOf(to.plus(Duration.ofHours(1)).minusMillis(1)));
        List<S3Object> next = listAfter(after, 1).contents();
        if (next.isEmpty() || next.getFirst().key().compareTo(end) >= 0) {
            return new Page(List.of(), null);
        }
        String key = next.getFirst().key();
        List<KeptMessage> messages = read(key).stream()
                .filter(message -> !message.acceptedAt().isBefore(from)
                        && message.acceptedAt().isBefore(to))
                .toList();
        return new Page(messages, key);
    }

    /** Every six hours, one worker goes through the keys. It reads only objects that it has to write anew. */
    @Override
    public void forgetMessages(TenantDirectory tenants, Instant now) {
        if (!claimSweep(now)) {
            return;
        }
        @Nullable String after = HistoryObject.PREFIX;
        while (after != null) {
            ListObjectsV2Response page = listAfter(after, 1_000);
            for (S3Object object : page.contents()) {
                HistoryObject found = HistoryObject.parseKey(object.key());
                if (found != null) {
                    forgetIn(found, tenants, now);
                }
            }
            after = Boolean.TRUE.equals(page.isTruncated())
                    ? page.contents().getLast().key()
                    : null;
        }
    }

    /** Closing has no effect: the client belongs to {@link AwsServices}. */
    @Override
    public void close() {
        // Intentionally empty.
    }

    private void forgetIn(HistoryObject object, TenantDirectory tenants, Instant now) {
        List<String> kept = object.tenants().stream()
                .filter(tenant -> MessageHistory.findConsent(tenants, tenant)
                        .filter(consent ->
                                object.hour().plus(consent.retention()).isAfter(now))
                        .isPresent())
                .toList();
        if (kept.equals(object.tenants())) {
            return;
        }
        if (!kept.isEmpty()) {
            List<KeptMessage> rest = read(object.key()).stream()
                    .filter(message -> kept.contains(message.tenant()))
                    .toList();
            put(object.withTenants(kept).key(), HistoryObject.encode(rest));
        }
        call(
                "delete " + object.key(),
                () -> objects.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
    }

    /** Whether this worker is the first one in the present six hours; the object that says so has no texts. */
    private boolean claimSweep(Instant now) {
        long sweep = now.toEpochMilli() / SWEEP.toMillis();
        try {
            objects.putObject(
                    put -> put.bucket(bucket)
                            .key(HistoryObject.PREFIX + "sweeps/" + sweep)
                            .ifNoneMatch("*"),
                    RequestBody.fromString(now.toString()));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                return false;
            }
            throw asUnavailable("begin to delete old messages", e);
        } catch (SdkException e) {
            throw asUnavailable("begin to delete old messages", e);
        }
    }

    /** Splits messages into parts, each with only as many tenants as fit into a key. */
    private static List<List<KeptMessage>> splitByKey(List<KeptMessage> messages) {
        Map<String, List<KeptMessage>> tenants = messages.stream()
                .collect(Collectors.groupingBy(KeptMessage::tenant, TreeMap::new, Collectors.toList()));
        List<List<KeptMessage>> parts = new ArrayList<>();
        int length = HistoryObject.MAX_TENANTS;
        for (Map.Entry<String, List<KeptMessage>> tenant : tenants.entrySet()) {
            length += tenant.getKey().length() + 1;
            if (length > HistoryObject.MAX_TENANTS) {
                parts.add(new ArrayList<>());
                length = tenant.getKey().length();
            }
            parts.getLast().addAll(tenant.getValue());
        }
        return parts;
    }

    private void putObject(Instant hour, List<KeptMessage> messages) {
        Set<String> tenants =
                messages.stream().map(KeptMessage::tenant).collect(Collectors.toCollection(LinkedHashSet::new));
        put(
                new HistoryObject(hour, UUID.randomUUID().toString(), List.copyOf(tenants)).key(),
                HistoryObject.encode(messages));
    }

    private void put(String key, byte[] content) {
        call(
                "store " + key,
                () -> objects.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content)));
    }

    /** An object that was deleted since it was listed has no messages. */
    private List<KeptMessage> read(String key) {
        try {
            return HistoryObject.decode(
                    objects.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException gone) {
            return List.of();
        } catch (SdkException e) {
            throw asUnavailable("read " + key, e);
        }
    }

    private ListObjectsV2Response listAfter(String after, int most) {
        return call(
                "list the history",
                () -> objects.listObjectsV2(list -> list.bucket(bucket)
                        .prefix(HistoryObject.PREFIX)
                        .startAfter(after)
                        .maxKeys(most)));
    }

    private <T> T call(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw asUnavailable(what, e);
        }
    }

    private StoreUnavailableException asUnavailable(String what, SdkException e) {
        return new StoreUnavailableException("S3 did not " + what + " in " + bucket + ": " + e.getMessage(), e);
    }
}
