package dev.winnow.console.pages;

import dev.winnow.build.BuildInfo;
import dev.winnow.console.access.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The values that every page needs. */
@ControllerAdvice
final class PageModel {
    private static final Format FORMAT = new Format();
    private static final String VERSION = BuildInfo.readBuild().version();

    @ModelAttribute
    void addCommon(Model model, HttpServletRequest request) {
        model.addAttribute("fmt", FORMAT);
        model.addAttribute("build", VERSION);
        Principal principal = request.getUserPrincipal();
        if (principal instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Operator operator) {
            model.addAttribute("me", operator);
        }
    }
}
