package dev.winnow.console.pages;

import dev.winnow.console.access.Operator;
import dev.winnow.console.tenants.SettingsRequest;
import dev.winnow.console.tenants.TenantDesk;
import dev.winnow.console.tenants.UsageDesk;
import dev.winnow.tenant.Scope;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of tenants and keys. */
@Controller
final class TenantPage {
    private static final String ONE = "redirect:/tenants/{id}";

    private final TenantDesk desk;
    private final UsageDesk usage;

    TenantPage(TenantDesk desk, UsageDesk usage) {
        this.desk = desk;
        this.usage = usage;
    }

    @GetMapping("/tenants")
    String list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Model model) {
        model.addAttribute("page", desk.list(search, after));
        model.addAttribute("search", search);
        return "tenants";
    }

    @GetMapping("/tenants/{id}")
    String show(@PathVariable("id") String id, Model model) {
        return showTenant(id, model);
    }

    @PostMapping("/tenants")
    String add(@RequestParam(name = "id", defaultValue = "") String id, Operator me, RedirectAttributes flash) {
        desk.add(me, id.strip());
        flash.addFlashAttribute("done", "The tenant is added. Create a key for it now.");
        flash.addAttribute("id", id.strip());
        return ONE;
    }

    @PostMapping("/tenants/{id}/disable")
    String disable(@PathVariable("id") String id, Operator me, RedirectAttributes flash) {
        desk.setDisabled(me, id, true);
        flash.addFlashAttribute("done", "All keys of the tenant are refused now.");
        return ONE;
    }

    @PostMapping("/tenants/{id}/enable")
    String enable(@PathVariable("id") String id, Operator me, RedirectAttributes flash) {
        desk.setDisabled(me, id, false);
        flash.addFlashAttribute("done", "The tenant's keys are accepted again.");
        return ONE;
    }

    @PostMapping("/tenants/{id}/settings")
    String changeSettings(
            @PathVariable("id") String id,
            @RequestParam(name = "junkThreshold", required = false) @Nullable Integer junkThreshold,
            @RequestParam(name = "promotionThreshold", required = false) @Nullable Integer promotionThreshold,
            @RequestParam(name = "messagesPerMinute", required = false) @Nullable Integer messagesPerMinute,
            @RequestParam(name = "deadlineSeconds", required = false) @Nullable Integer deadlineSeconds,
            @RequestParam(name = "country", required = false) @Nullable String country,
            Operator me,
            RedirectAttributes flash) {
        desk.changeSettings(
                me,
                id,
                new SettingsRequest(junkThreshold, promotionThreshold, messagesPerMinute, deadlineSeconds, country));
        flash.addFlashAttribute("done", "The settings are changed; all programs use them within two minutes.");
        return ONE;
    }

    /** Answers at once: the key is shown this one time and stands in no address. */
    @PostMapping("/tenants/{id}/keys")
    String createKey(
            @PathVariable("id") String id,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "manage", defaultValue = "false") boolean manage,
            @RequestParam(name = "submit", defaultValue = "false") boolean submit,
            Operator me,
            Model model) {
        Set<Scope> scopes = new TreeSet<>();
        if (submit || !manage) {
            scopes.add(Scope.SUBMIT);
        }
        if (manage) {
            scopes.add(Scope.MANAGE);
        }
        model.addAttribute("fresh", desk.createKey(me, id, name.strip(), scopes));
        return showTenant(id, model);
    }

    @PostMapping("/tenants/{id}/keys/revoke")
    String revokeKey(
            @PathVariable("id") String id,
            @RequestParam(name = "name", defaultValue = "") String name,
            Operator me,
            RedirectAttributes flash) {
        desk.revokeKey(me, id, name);
        flash.addFlashAttribute("done", "The key " + name + " is revoked.");
        return ONE;
    }

    private String showTenant(String id, Model model) {
        UsageDesk.UsageReport report = usage.readUsage(id, UsageDesk.DAYS);
        model.addAttribute("card", desk.read(id));
        model.addAttribute("usage", report);
        model.addAttribute("bars", UsagePicture.draw(report));
        model.addAttribute("mix", Mix.of(UsagePicture.countsOf(report.total())));
        return "tenant";
    }
}
