package dev.winnow.console.access;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.AuditLog;
import java.time.Clock;

/** Records that sessions begin, by a link or by an OpenID provider. */
public final class SignInLog {
    private final AuditLog audit;
    private final Clock clock;

    public SignInLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void record(Operator operator) {
        audit.appendEntry(AuditEntry.of(
                clock.instant(),
                operator.name(),
                operator.role().token(),
                operator.channel(),
                "sign in",
                "console",
                ""));
    }
}
