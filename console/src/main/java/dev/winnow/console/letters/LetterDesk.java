package dev.winnow.console.letters;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.DeadLetterBox.Group;
import dev.winnow.queue.DeadLetterBox.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Shows, redrives and discards dead letters. Calls block; any thread. */
public final class LetterDesk {
    private static final int MAX_GROUPS = 50;

    private static final int MAX_CHOSEN = 100;

    private final DeadLetterBox box;
    private final MessageIds ids;
    private final AuditTrail trail;
    private final AtomicReference<@Nullable LetterRun> run = new AtomicReference<>();

    public LetterDesk(DeadLetterBox box, MessageIds ids, AuditTrail trail) {
        this.box = box;
        this.ids = ids;
        this.trail = trail;
    }

    /** The dead letters by reason. */
    public record Overview(long total, List<Group> groups) {}

    /** A letter without texts. */
    public record LetterLine(
            String envelope,
            String reason,
            Instant failedAt,
            Instant sentAt,
            int receives,
            String ruleset,
            List<LetterSlot> slots) {}

    /** A message of a letter, without its text. */
    public record LetterSlot(int slot, String id, String tenant, int characters) {}

    /** The texts of a letter. */
    public record Revealed(String envelope, List<RevealedSlot> slots) {}

    /** A message with its text. */
    public record RevealedSlot(
            int slot, String tenant, @Nullable String sender, String text) {}

    public Overview readOverview() {
        return new Overview(box.countLetters(), box.groupLetters(MAX_GROUPS));
    }

    public List<LetterLine> list(@Nullable String reason, int limit) {
        return box.listLetters(reason, Math.clamp(limit, 1, DeadLetterBox.MAX_LIST)).stream()
                .map(this::toLine)
                .toList();
    }

    public LetterLine read(String envelope) {
        return toLine(require(parse(envelope)));
    }

    /** Shows the texts; the audit log says who saw them. */
    public Revealed reveal(Operator by, String envelope) {
        by.require(Role.OPERATOR);
        Letter letter = require(parse(envelope));
        trail.record(by, "reveal texts of dead letter", envelope, "");
        return new Revealed(
                envelope,
                slotsOf(letter).stream()
                        .map(numbered -> new RevealedSlot(
                                numbered.number(),
                                numbered.slot().tenant(),
                                numbered.slot().message().sender(),
                                numbered.slot().message().text()))
                        .toList());
    }

    public void redrive(Operator by, String envelope) {
        by.require(Role.OPERATOR);
        Letter letter = require(parse(envelope));
        trail.record(by, "redrive dead letter", envelope, letter.reason());
        if (!box.redriveLetter(letter.envelope())) {
            throw OpsException.notFound("The dead letter is gone.");
        }
    }

    /**
     * Redrives the letters of these envelopes, at most 100; letters that are gone are left out.
     *
     * @return the number of letters that were sent
     */
    public int redriveChosen(Operator by, List<String> envelopes) {
        by.require(Role.OPERATOR);
        if (envelopes.size() > MAX_CHOSEN) {
            throw OpsException.badRequest("Choose at most " + MAX_CHOSEN + " letters, or redrive all of a reason.");
        }
        int sent = 0;
        for (UUID envelope : envelopes.stream().map(LetterDesk::parse).toList()) {
            Optional<Letter> letter = box.findLetter(envelope);
            if (letter.isPresent()) {
                trail.record(
                        by,
                        "redrive dead letter",
                        envelope.toString(),
                        letter.get().reason());
                sent += box.redriveLetter(envelope) ? 1 : 0;
            }
        }
        return sent;
    }

    public void discard(Operator by, String envelope) {
        by.require(Role.OPERATOR);
        Letter letter = require(parse(envelope));
        trail.record(by, "discard dead letter", envelope, letter.reason());
        if (!box.discardLetter(letter.envelope())) {
            throw OpsException.notFound("The dead letter is gone.");
        }
    }

    /**
     * Starts to redrive letters one after the other, in the background.
     *
     * @param reason the reason of the letters; null for all letters
     * @param perSecond the rate, 1 to 1,000
     * @throws OpsException 409 while another such run is under way
     */
    public LetterRun.Progress redriveGroup(Operator by, @Nullable String reason, int perSecond) {
        by.require(Role.OPERATOR);
        if (perSecond < 1 || perSecond > 1_000) {
            throw OpsException.badRequest("The rate is 1 to 1000 letters a second.");
        }
        LetterRun next = new LetterRun(box, reason, perSecond);
        LetterRun last = run.get();
        if ((last != null && last.isRunning()) || !run.compareAndSet(last, next)) {
            throw new OpsException(HttpStatus.CONFLICT, "A redrive is under way; wait for its end.");
        }
        trail.record(by, "redrive dead letters", reason == null ? "all" : reason, perSecond + " a second");
        next.start();
        return next.progress();
    }

    /** The last run since the start of the console; empty if there was none. */
    public Optional<LetterRun.Progress> findProgress() {
        return Optional.ofNullable(run.get()).map(LetterRun::progress);
    }

    private Letter require(UUID envelope) {
        return box.findLetter(envelope)
                .orElseThrow(() -> OpsException.notFound("There is no dead letter of this envelope."));
    }

    private static UUID parse(String envelope) {
        try {
            UUID id = UUID.fromString(envelope);
            if (id.toString().equals(envelope)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // The message below says the same.
        }
        throw OpsException.notFound("An envelope's id is a UUID in lower case.");
    }

    private LetterLine toLine(Letter letter) {
        List<LetterSlot> slots = slotsOf(letter).stream()
                .map(numbered -> new LetterSlot(
                        numbered.number(),
                        ids.issueId(
                                        letter.envelope(),
                                        numbered.number(),
                                        numbered.slot().tenant())
                                .toString(),
                        numbered.slot().tenant(),
                        numbered.slot()
                                .message()
                                .text()
                                .codePointCount(
                                        0, numbered.slot().message().text().length())))
                .toList();
        return new LetterLine(
                letter.envelope().toString(),
                letter.reason(),
                letter.failedAt(),
                letter.sentAt(),
                letter.receives(),
                letter.ruleset(),
                slots);
    }

    private record NumberedSlot(int number, Envelope.Slot slot) {}

    private static List<NumberedSlot> slotsOf(Letter letter) {
        try {
            List<Envelope.Slot> slots = EnvelopeCodec.decode(letter.body()).slots();
            List<NumberedSlot> numbered = new ArrayList<>();
            for (int i = 0; i < slots.size(); i++) {
                numbered.add(new NumberedSlot(i, slots.get(i)));
            }
            return numbered;
        } catch (MalformedEnvelopeException e) {
            return List.of();
        }
    }
}
