package dev.winnow.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link TrippedRules}, with one subclass for each adapter. */
public abstract class TrippedRulesContract {
    private final String publication = "rules/" + UUID.randomUUID() + ".zip";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** A store that may have rules of other publications. */
    protected abstract TrippedRules store();

    @Test
    void keepsTheLastItemOfARule() {
        TrippedRule first = new TrippedRule("toll", publication, "decided all", now);
        TrippedRule other = new TrippedRule("parcel", publication, "decided all", now);
        TrippedRule last = new TrippedRule("toll", publication, "is wrong", now.plusMillis(1));

        store().saveTripped(first);
        store().saveTripped(other);
        store().saveTripped(last);

        assertThat(store().listTripped(publication)).containsExactlyInAnyOrder(other, last);
    }

    @Test
    void listsNoRuleOfAnotherPublication() {
        store().saveTripped(new TrippedRule("toll", publication, "decided all", now));

        assertThat(store().listTripped(publication + "-2")).isEmpty();
    }
}
