package dev.winnow.console.pages;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.webhooks.WebhookDesk;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of webhook endpoints. */
@Controller
final class WebhookPage {
    private static final String ONE = "redirect:/webhooks/{tenant}/{id}";

    private final WebhookDesk desk;

    WebhookPage(WebhookDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/webhooks")
    String list(@RequestParam(name = "tenant", required = false) @Nullable String tenant, Model model) {
        model.addAttribute("list", desk.list(tenant));
        model.addAttribute("tenant", tenant);
        return "webhooks";
    }

    @GetMapping("/webhooks/{tenant}/{id}")
    String show(@PathVariable("tenant") String tenant, @PathVariable("id") String id, Model model) {
        model.addAttribute("page", desk.read(tenant, id));
        return "webhook";
    }

    @PostMapping("/webhooks/{tenant}/{id}/ping")
    String ping(
            @PathVariable("tenant") String tenant,
            @PathVariable("id") String id,
            Operator me,
            RedirectAttributes flash) {
        var _ = desk.ping(me, tenant, id);
        flash.addFlashAttribute("done", "A ping is on its way. Load the page again to see its attempt.");
        return ONE;
    }

    @PostMapping("/webhooks/{tenant}/{id}/replay")
    String replay(
            @PathVariable("tenant") String tenant,
            @PathVariable("id") String id,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "until", defaultValue = "") String until,
            Operator me,
            RedirectAttributes flash) {
        WebhookDesk.Replay replay = desk.replay(me, tenant, id, parse(from), parse(until));
        flash.addFlashAttribute(
                "done",
                "%d given-up webhooks are sent again, and %d waiting ones are sent now%s"
                        .formatted(replay.replayed(), replay.hurried(), replay.more() ? "; more are left." : "."));
        return ONE;
    }

    @PostMapping("/webhooks/{tenant}/{id}/disable")
    String disable(
            @PathVariable("tenant") String tenant,
            @PathVariable("id") String id,
            Operator me,
            RedirectAttributes flash) {
        desk.disable(me, tenant, id);
        flash.addFlashAttribute("done", "The endpoint gets no webhooks until it answers a ping.");
        return ONE;
    }

    /** Reads the value of a field for date and time, in UTC. */
    private static @Nullable Instant parse(String local) {
        try {
            return local.isBlank() ? null : LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw OpsException.badRequest("A time is written like 2026-11-30T12:00.");
        }
    }
}
