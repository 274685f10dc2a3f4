package dev.winnow.console.rules;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.worker.rules.RuleAdmission;
import dev.winnow.worker.rules.RuleChanges;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.yara.Admission;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.RuleSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes rule files: a review admits them and compares them with the live ones, and what was reviewed can be published. States and lists
 * stay as they are. Calls block, a review for some seconds; any thread.
 */
public final class RulePublisher {
    private static final int MARK_DIGITS = 16;

    private final RuleBook book;
    private final Admission admission;
    private final AuditTrail trail;
    private volatile @Nullable Reviewed last;

    public RulePublisher(RuleBook book, Admission admission, AuditTrail trail) {
        this.book = book;
        this.admission = admission;
        this.trail = trail;
    }

    /**
     * The effect that a publication would have.
     *
     * @param mark stands for these files and the rules that are live now; a publication names it
     * @param files the own files that would be live
     * @param removedFiles the own files that would be removed
     * @param changes the rules that would be added, changed and removed
     * @param refusals the rules that admission refuses, in sentences; with one, nothing can be published
     */
    public record Review(
            String mark, List<String> files, List<String> removedFiles, RuleChanges changes, List<String> refusals) {
        /** Whether there is something to publish, and nothing against it. */
        public boolean isPublishable() {
            return refusals.isEmpty() && !changes.isEmpty();
        }
    }

    private record Reviewed(Review review, List<RuleSource> own, List<RuleSource> admitted) {}

    /** Reads the own files that are live now. */
    public List<RuleSource> readOwn() {
        return book.readOwn();
    }

    /**
     * Admits a draft and compares it with the live rules; changes nothing.
     *
     * @param given the draft; read after the role is checked
     */
    public Review review(Operator by, Supplier<RuleDraft> given) {
        by.require(Role.OPERATOR);
        return examine(given.get()).review();
    }

    /**
     * Publishes a draft that was reviewed.
     *
     * @param given the draft; read after the role is checked
     * @param mark the mark of the review
     * @return what is live now, for a reader
     * @throws IllegalStateException if the draft or the live rules are not those of the review, or if a rule is refused; says why
     */
    public String publish(Operator by, Supplier<RuleDraft> given, String mark) {
        by.require(Role.ADMIN);
        RuleDraft draft = given.get();
        Reviewed reviewed = last;
        if (reviewed == null
                || !markOf(draft.applyTo(book.readOwn()))
                        .equals(reviewed.review().mark())) {
            reviewed = examine(draft);
        }
        Review review = reviewed.review();
        if (!review.mark().equals(mark)) {
            throw new IllegalStateException(
                    "the files or the live rules have changed since the review; review them again");
        }
        if (!review.refusals().isEmpty()) {
            throw new IllegalStateException(
                    "a rule is refused: " + review.refusals().getFirst());
        }
        if (review.changes().isEmpty()) {
            throw new IllegalStateException("these rules are live already");
        }
        RuleChanges changes = review.changes();
        trail.record(
                by,
                "publish rules",
                String.join(
                        ", ",
                        draft.files().stream().map(RuleSource::name).limit(5).toList()),
                "%d added, %d changed, %d removed"
                        .formatted(
                                changes.added().size(),
                                changes.changed().size(),
                                changes.removed().size()));
        return book.replaceOwn(reviewed.own(), reviewed.admitted());
    }

    private Reviewed examine(RuleDraft draft) {
        List<RuleSource> live = book.readOwn();
        List<RuleSource> own = draft.applyTo(live);
        List<RuleSource> written =
                own.stream().filter(source -> !source.text().isBlank()).toList();
        // The build has admitted the bundled pack, and no rule refers to a rule of another file.
        AdmissionReport report = written.isEmpty()
                ? new AdmissionReport(List.of(), List.of(), List.of())
                : RuleAdmission.review(written, admission);
        List<RuleSource> admitted = RuleFolder.withBundled(report.admitted());
        List<String> names = own.stream().map(RuleSource::name).toList();
        Review review = new Review(
                markOf(own),
                names,
                live.stream()
                        .map(RuleSource::name)
                        .filter(name -> !names.contains(name))
                        .toList(),
                RuleChanges.between(book.readInUse().sources(), admitted),
                report.refusals().stream().map(Refusal::sentence).toList());
        Reviewed reviewed = new Reviewed(review, own, admitted);
        last = reviewed;
        return reviewed;
    }

    private String markOf(List<RuleSource> own) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (List<RuleSource> side : List.of(book.readInUse().sources(), own)) {
                for (RuleSource source : side) {
                    digest.update(source.name().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(source.text().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
                digest.update((byte) 1);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, MARK_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
