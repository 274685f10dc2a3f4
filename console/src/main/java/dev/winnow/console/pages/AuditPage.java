package dev.winnow.console.pages;

import dev.winnow.audit.AuditEntry;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.audit.AuditTrail;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the audit log. */
@Controller
final class AuditPage {
    private static final int SHOWN = 50;

    private final AuditTrail trail;

    AuditPage(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    String list(@RequestParam(name = "before", required = false) @Nullable String before, Model model) {
        if (before != null && !before.matches("[0-9]{13}-[0-9a-f]{8}")) {
            throw OpsException.badRequest("'before' is the id of an entry.");
        }
        List<AuditEntry> entries = trail.list(before, SHOWN + 1);
        boolean hasMore = entries.size() > SHOWN;
        List<AuditEntry> shown = hasMore ? entries.subList(0, SHOWN) : entries;
        model.addAttribute("entries", shown);
        model.addAttribute("before", before);
        if (hasMore) {
            model.addAttribute("more", shown.getLast().id());
        }
        return "audit";
    }
}
