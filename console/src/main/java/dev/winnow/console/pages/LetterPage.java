package dev.winnow.console.pages;

import dev.winnow.console.access.Operator;
import dev.winnow.console.letters.LetterDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of dead letters. */
@Controller
final class LetterPage {
    private static final int SHOWN = 50;
    private static final String LIST = "redirect:/dead-letters";

    private final LetterDesk desk;

    LetterPage(LetterDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/dead-letters")
    String list(@RequestParam(name = "reason", required = false) @Nullable String reason, Model model) {
        model.addAttribute("overview", desk.readOverview());
        model.addAttribute("reason", reason);
        model.addAttribute("letters", desk.list(reason, SHOWN));
        desk.findProgress().ifPresent(progress -> model.addAttribute("progress", progress));
        return "dead-letters";
    }

    @GetMapping("/dead-letters/{envelope}")
    String show(@PathVariable("envelope") String envelope, Model model) {
        model.addAttribute("letter", desk.read(envelope));
        return "dead-letter";
    }

    /** Answers at once, so that the texts stand in no address and leave with the page. */
    @PostMapping("/dead-letters/{envelope}/reveal")
    String reveal(@PathVariable("envelope") String envelope, Operator me, Model model) {
        model.addAttribute("revealed", desk.reveal(me, envelope));
        model.addAttribute("letter", desk.read(envelope));
        return "dead-letter";
    }

    @PostMapping("/dead-letters/{envelope}/redrive")
    String redrive(@PathVariable("envelope") String envelope, Operator me, RedirectAttributes flash) {
        desk.redrive(me, envelope);
        flash.addFlashAttribute("done", "The letter is on the live lane again.");
        return LIST;
    }

    @PostMapping("/dead-letters/{envelope}/discard")
    String discard(@PathVariable("envelope") String envelope, Operator me, RedirectAttributes flash) {
        desk.discard(me, envelope);
        flash.addFlashAttribute("done", "The letter is discarded; its messages keep the verdict failed.");
        return LIST;
    }

    @PostMapping("/dead-letters/redrive-chosen")
    String redriveChosen(
            @RequestParam(name = "envelope", required = false) @Nullable List<String> envelopes,
            Operator me,
            RedirectAttributes flash) {
        int sent = desk.redriveChosen(me, envelopes == null ? List.of() : envelopes);
        flash.addFlashAttribute(
                "done",
                sent == 1 ? "1 letter is on the live lane again." : sent + " letters are on the live lane again.");
        return LIST;
    }

    @PostMapping("/dead-letters/redrive")
    String redriveGroup(
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "perSecond", defaultValue = "50") int perSecond,
            Operator me,
            RedirectAttributes flash) {
        var _ = desk.redriveGroup(me, reason == null || reason.isEmpty() ? null : reason, perSecond);
        flash.addFlashAttribute("done", "The redrive has begun.");
        return LIST;
    }
}
