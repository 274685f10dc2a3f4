package dev.winnow.console.pages;

import dev.winnow.console.rules.RuleShelf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of rules. */
@Controller
final class RulePage {
    private final RuleShelf shelf;

    RulePage(RuleShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping("/rules")
    String list(Model model) {
        model.addAttribute("shelf", shelf.readShelf());
        return "rules";
    }

    @GetMapping("/rules/{name}")
    String show(@PathVariable("name") String name, Model model) {
        RuleShelf.RulePage page = shelf.readRule(name);
        model.addAttribute("page", page);
        model.addAttribute("source", YaraSource.cut(page.source()));
        return "rule";
    }
}
