package dev.winnow.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins sessions from links with a one-time token. */
@Controller
final class SignInController {
    private final SignInTokens tokens;
    private final SignInLimit limit;
    private final SignInLog log;
    private final boolean hasOidc;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignInController(SignInTokens tokens, SignInLimit limit, SignInLog log, ObjectProvider<OidcSignIn> oidc) {
        this.tokens = tokens;
        this.limit = limit;
        this.log = log;
        this.hasOidc = oidc.stream().findAny().isPresent();
    }

    /**
     * Answers a page that goes on by itself, and not a redirect: a browser that follows a link of another program keeps a SameSite=Strict
     * cookie back until the next navigation.
     */
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(name = "token", required = false) @Nullable String token,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("oidc", hasOidc);
        model.addAttribute("trouble", findTrouble(request));
        if (token == null) {
            model.addAttribute("state", "ask");
            return "sign-in";
        }
        limit.takeTry();
        Optional<Operator> operator = tokens.redeem(token);
        if (operator.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("state", "used");
            return "sign-in";
        }
        beginSession(operator.get(), request, response);
        model.addAttribute("state", "done");
        return "sign-in";
    }

    private static String findTrouble(HttpServletRequest request) {
        if (request.getParameterMap().containsKey("no-role")) {
            return "Your account has no role here. Ask an admin for one of the groups.";
        }
        return request.getParameterMap().containsKey("error")
                ? "The sign-in did not work. Try again; if it fails again, the provider and the console do not agree about the console's"
                        + " secret or address."
                : "";
    }

    private void beginSession(Operator operator, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null) {
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OperatorAuthentication(operator));
        sessions.saveContext(context, request, response);
        log.record(operator);
    }
}
