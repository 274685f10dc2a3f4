package dev.winnow.console.rules;

import dev.winnow.console.access.AccessConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The live rules, for programs. */
@RestController
final class RuleController {
    private final RuleShelf shelf;

    RuleController(RuleShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping(AccessConfiguration.API + "rules")
    RuleShelf.Shelf readShelf() {
        return shelf.readShelf();
    }

    @GetMapping(AccessConfiguration.API + "rules/{name}")
    RuleShelf.RulePage readRule(@PathVariable("name") String name) {
        return shelf.readRule(name);
    }
}
