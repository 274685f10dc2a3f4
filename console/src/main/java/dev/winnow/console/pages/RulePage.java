package dev.winnow.console.pages;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.rules.RuleBook;
import dev.winnow.console.rules.RuleDesk;
import dev.winnow.console.rules.RuleShelf;
import dev.winnow.console.rules.StateRequest;
import dev.winnow.statistics.RuleReport;
import dev.winnow.worker.scan.state.RuleState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of rules. */
@Controller
final class RulePage {
    private static final int SHOWN = 100;

    private final RuleShelf shelf;
    private final RuleDesk desk;
    private final AuditTrail trail;

    RulePage(RuleShelf shelf, RuleDesk desk, AuditTrail trail) {
        this.shelf = shelf;
        this.desk = desk;
        this.trail = trail;
    }

    @GetMapping("/rules")
    String list(
            @RequestParam(name = "search", defaultValue = "") String search,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "from", defaultValue = "0") int from,
            Model model) {
        RuleShelf.Shelf all = shelf.readShelf();
        List<RuleRow> rows = RuleRow.list(all, desk.readReport(RuleDesk.DAYS), desk.today());
        List<RuleRow> found =
                rows.stream().filter(row -> row.matches(search, state)).toList();
        int start = Math.clamp(from, 0, found.size());
        model.addAttribute("shelf", all);
        model.addAttribute(
                "restricted", rows.stream().filter(RuleRow::isRestricted).count());
        model.addAttribute("found", found.size());
        model.addAttribute("rows", found.stream().skip(start).limit(SHOWN).toList());
        model.addAttribute("search", search);
        model.addAttribute("state", state);
        if (start + SHOWN < found.size()) {
            model.addAttribute("next", start + SHOWN);
        }
        model.addAttribute("hasVersions", !desk.listActivations().isEmpty());
        return "rules";
    }

    @GetMapping("/rules/{name}")
    String show(@PathVariable("name") String name, Model model) {
        RuleShelf.RulePage page = shelf.readRule(name);
        RuleReport report = desk.readReport(RuleDesk.DAYS);
        RuleRow row = RuleRow.of(page.rule(), report, desk.today());
        model.addAttribute("page", page);
        model.addAttribute("row", row);
        model.addAttribute("messages", report.messages());
        model.addAttribute("days", RuleDesk.DAYS);
        model.addAttribute("dependents", desk.foresee(RuleState.active(name)).dependents());
        model.addAttribute("source", YaraSource.cut(page.source()));
        model.addAttribute("history", trail.findRecent(name));
        return "rule";
    }

    @PostMapping("/rules/{name}/state")
    String changeState(
            @PathVariable("name") String name,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "share", required = false) @Nullable Integer share,
            @RequestParam(name = "until", required = false) @Nullable String until,
            @RequestParam(name = "pinned", defaultValue = "false") boolean pinned,
            @RequestParam(name = "note", required = false) @Nullable String note,
            Operator me,
            RedirectAttributes flash) {
        StateRequest request = new StateRequest(state, share, until, pinned, note);
        RuleDesk.Change change = OpsException.answer(() -> desk.changeState(me, name, request));
        flash.addFlashAttribute("done", "The rule is " + RuleDesk.describe(change.state()) + " now.");
        flash.addAttribute("name", name);
        return "redirect:/rules/{name}";
    }

    @GetMapping("/rule-versions")
    String listVersions(@RequestParam(name = "name", required = false) @Nullable String name, Model model) {
        model.addAttribute(
                "versions", desk.listActivations().stream().limit(SHOWN).toList());
        if (name != null) {
            RuleBook.Earlier earlier = OpsException.answer(() -> desk.compare(name));
            model.addAttribute("earlier", earlier);
        }
        return "rule-versions";
    }

    @PostMapping("/rule-versions/rollback")
    String rollBack(@RequestParam(name = "name") String name, Operator me, RedirectAttributes flash) {
        RuleBook.Earlier earlier = OpsException.answer(() -> desk.rollBack(me, name));
        flash.addFlashAttribute(
                "done", "Live again: " + earlier.version().key() + ". The workers use it within two minutes.");
        return "redirect:/rule-versions";
    }
}
