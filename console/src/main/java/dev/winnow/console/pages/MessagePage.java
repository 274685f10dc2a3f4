package dev.winnow.console.pages;

import dev.winnow.console.access.OpsException;
import dev.winnow.console.messages.MessageFinder;
import dev.winnow.console.messages.MessageSearch;
import dev.winnow.console.messages.MessageWay;
import dev.winnow.console.messages.TextTrials;
import dev.winnow.console.messages.Trial;
import dev.winnow.tenant.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of one message, and of trials of texts. */
@Controller
final class MessagePage {
    private final MessageFinder finder;
    private final MessageSearch search;
    private final TextTrials trials;

    MessagePage(MessageFinder finder, MessageSearch search, TextTrials trials) {
        this.finder = finder;
        this.search = search;
        this.trials = trials;
    }

    @GetMapping("/messages")
    String ask(@RequestParam(name = "id", required = false) @Nullable String id, Model model) {
        if (id == null || id.isBlank()) {
            return "message";
        }
        String wanted = id.strip();
        model.addAttribute("wanted", wanted);
        try {
            show(finder.find(wanted), model);
        } catch (OpsException e) {
            model.addAttribute("refusal", e.detail());
        }
        return "message";
    }

    /** One message is shown at once, several are listed. */
    @GetMapping("/messages/search")
    String search(
            @RequestParam(name = "tenant", defaultValue = "") String tenant,
            @RequestParam(name = "ref", defaultValue = "") String ref,
            @RequestParam(name = "before", required = false) @Nullable Instant before,
            Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("ref", ref);
        try {
            MessageSearch.FoundMessages found = search.findByRef(tenant.strip(), ref.strip(), before);
            if (found.messages().size() == 1) {
                return "redirect:/messages/" + found.messages().getFirst().id();
            }
            model.addAttribute("found", found);
        } catch (OpsException e) {
            model.addAttribute("refusal", e.detail());
        }
        return "message";
    }

    @GetMapping("/messages/{id}")
    String showMessage(@PathVariable("id") String id, Model model) {
        model.addAttribute("wanted", id);
        show(finder.find(id), model);
        return "message";
    }

    private static void show(MessageWay way, Model model) {
        model.addAttribute("way", way);
        int threshold = Objects.requireNonNullElse(way.junkThreshold(), TenantSettings.DEFAULT.junkThreshold());
        model.addAttribute(
                "sum",
                ScoreBars.draw(
                        way.matches().stream()
                                .map(match ->
                                        new ScoreBars.Weight(match.rule(), match.title(), match.weight(), match.view()))
                                .toList(),
                        threshold));
    }

    @GetMapping("/try")
    String askForText() {
        return "try";
    }

    /** Answers at once and not by a redirect, so that the text stands in no address. */
    @PostMapping("/try")
    String tryText(
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "sender", defaultValue = "") String sender,
            @RequestParam(name = "tenant", defaultValue = "") String tenant,
            Model model) {
        // A browser sends line ends as CR LF; a message has LF.
        String message = text.replace("\r\n", "\n");
        model.addAttribute("text", message);
        model.addAttribute("sender", sender);
        model.addAttribute("tenant", tenant);
        try {
            showTrial(trials.tryText(message, sender, tenant), message, model);
        } catch (OpsException e) {
            model.addAttribute("refusal", e.detail());
        }
        return "try";
    }

    private static void showTrial(Trial trial, String text, Model model) {
        model.addAttribute("trial", trial);
        model.addAttribute("raw", HighlightedText.cut(text, spansOf(trial, "raw")));
        List<List<Integer>> folded = spansOf(trial, "folded");
        if (!folded.isEmpty()) {
            model.addAttribute("folded", HighlightedText.cut(text, folded));
        }
        model.addAttribute(
                "sum",
                ScoreBars.draw(
                        trial.matches().stream()
                                .map(match ->
                                        new ScoreBars.Weight(match.rule(), match.title(), match.weight(), match.view()))
                                .toList(),
                        trial.junkThreshold()));
    }

    private static List<List<Integer>> spansOf(Trial trial, String view) {
        return trial.matches().stream()
                .filter(match -> match.view().equals(view))
                .flatMap(match -> match.spans().stream())
                .toList();
    }
}
