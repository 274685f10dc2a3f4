package dev.winnow.console.audit;

import dev.winnow.audit.AuditEntry;
import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.OpsException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for programs. */
@RestController
final class AuditController {
    private static final Pattern ID = Pattern.compile("[0-9]{13}-[0-9a-f]{8}");

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    record Entries(List<AuditEntry> entries) {}

    @GetMapping(AccessConfiguration.API + "audit")
    Entries list(
            @RequestParam(name = "before", required = false) @Nullable String before,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        if (before != null && !ID.matcher(before).matches()) {
            throw OpsException.badRequest("'before' is the id of an entry.");
        }
        return new Entries(trail.list(before, limit));
    }
}
