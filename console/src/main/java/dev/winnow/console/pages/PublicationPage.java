package dev.winnow.console.pages;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.rules.RuleDraft;
import dev.winnow.console.rules.RulePublisher;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that publishes rules: files are given, reviewed, and then published as they were reviewed. */
@Controller
final class PublicationPage {
    private static final FileText EMPTY = new FileText("", "");

    private final RulePublisher publisher;

    /** A file as it stands in the form. */
    record FileText(String name, String text) {
        RuleSource toSource() {
            return new RuleSource(name, text);
        }
    }

    PublicationPage(RulePublisher publisher) {
        this.publisher = publisher;
    }

    /** The page with an empty file, or with a live file to edit. */
    @GetMapping("/rule-publication")
    String ask(@RequestParam(name = "file", required = false) @Nullable String file, Model model) {
        List<RuleSource> own = OpsException.answer(publisher::readOwn);
        model.addAttribute("own", own.stream().map(RuleSource::name).toList());
        model.addAttribute(
                "files",
                own.stream()
                        .filter(source -> source.name().equals(file))
                        .findFirst()
                        .map(source -> List.of(new FileText(source.name(), source.text())))
                        .orElse(List.of(EMPTY)));
        return "rule-publication";
    }

    /** Answers with the page itself and not with a redirect, because the files are not stored. */
    @PostMapping("/rule-publication")
    String review(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(name = "removeOthers", defaultValue = "false") boolean removeOthers,
            Operator me,
            Model model) {
        List<FileText> files = readFiles(form);
        model.addAttribute("files", files.isEmpty() ? List.of(EMPTY) : files);
        model.addAttribute("removeOthers", removeOthers);
        model.addAttribute(
                "own",
                OpsException.answer(publisher::readOwn).stream()
                        .map(RuleSource::name)
                        .toList());
        try {
            model.addAttribute(
                    "review", OpsException.answer(() -> publisher.review(me, () -> toDraft(files, removeOthers))));
        } catch (OpsException e) {
            if (e.status().value() == 403) {
                throw e;
            }
            model.addAttribute("refusal", e.detail());
        }
        return "rule-publication";
    }

    @PostMapping("/rule-publication/publish")
    String publish(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(name = "removeOthers", defaultValue = "false") boolean removeOthers,
            @RequestParam(name = "mark", defaultValue = "") String mark,
            Operator me,
            RedirectAttributes flash) {
        String live =
                OpsException.answer(() -> publisher.publish(me, () -> toDraft(readFiles(form), removeOthers), mark));
        flash.addFlashAttribute("done", "Published: " + live + ". Programs use the rules within two minutes.");
        return "redirect:/rules";
    }

    /** Reads the files of a form: its fields {@code name} and {@code text} in their order. Browsers send line ends as CR LF. */
    private static List<FileText> readFiles(MultiValueMap<String, String> form) {
        List<String> names = form.getOrDefault("name", List.of());
        List<String> texts = form.getOrDefault("text", List.of());
        List<FileText> files = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), texts.size()); i++) {
            String name = names.get(i).strip();
            String text = texts.get(i).replace("\r\n", "\n");
            if (!name.isEmpty() || !text.isBlank()) {
                files.add(new FileText(name, text));
            }
        }
        return files;
    }

    private static RuleDraft toDraft(List<FileText> files, boolean removeOthers) {
        return new RuleDraft(files.stream().map(FileText::toSource).toList(), removeOthers);
    }
}
