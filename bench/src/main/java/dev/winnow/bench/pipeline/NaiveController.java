package dev.winnow.bench.pipeline;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictStore;
import io.awspring.cloud.sqs.operations.SqsTemplate;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends each message by itself before it answers 202. */
@RestController
class NaiveController {
    /** The body of a queue message. */
    record Job(UUID id, String text, long acceptedAt) {}

    /** A submitted message. */
    record Submission(String sender, String text) {}

    /** Makes ids ordered by time, because the store refuses an item with an id that is too old. */
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    private final SqsTemplate queue;
    private final VerdictStore store;
    private final String name;

    NaiveController(SqsTemplate queue, VerdictStore store, @Value("${naive.queue}") String name) {
        this.queue = queue;
        this.store = store;
        this.name = name;
    }

    @PostMapping("/v1/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> submitMessage(@RequestBody Submission submission) {
        Job job = new Job(ids.generate(), submission.text(), System.currentTimeMillis());
        queue.send(name, job);
        return Map.of("id", job.id().toString(), "status", "queued");
    }

    @GetMapping("/v1/messages")
    Map<String, Object> readVerdicts(@RequestParam String ids) {
        List<UUID> wanted = Arrays.stream(ids.split(",")).map(UUID::fromString).toList();
        Map<UUID, EnvelopeVerdicts> found = store.findVerdicts(wanted);
        return Map.of(
                "results",
                wanted.stream().map(id -> toDocument(id, found.get(id))).toList());
    }

    private static Map<String, Object> toDocument(UUID id, @Nullable EnvelopeVerdicts verdicts) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id.toString());
        message.put("status", verdicts == null ? "queued" : "done");
        if (verdicts != null) {
            var slot = verdicts.slots().getFirst();
            Instant accepted = slot.acceptedAt();
            message.put(
                    "verdict",
                    slot.verdict() instanceof Verdict.Judged judged
                            ? judged.category().token()
                            : "unknown");
            message.put("acceptedAt", accepted.toString());
            message.put("scannedAt", verdicts.scannedAt().toString());
        }
        return Map.of("message", message);
    }
}
