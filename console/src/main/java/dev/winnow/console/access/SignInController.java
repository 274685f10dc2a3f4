package dev.winnow.console.access;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
    private final AuditLog audit;
    private final Clock clock;
    private final boolean hasOidc;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignInController(
            SignInTokens tokens, SignInLimit limit, AuditLog audit, Clock clock, ObjectProvider<OidcSignIn> oidc) {
        this.tokens = tokens;
        this.limit = limit;
        this.audit = audit;
        this.clock = clock;
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

    private void beginSession(Operator operator, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null) {
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OperatorAuthentication(operator));
        sessions.saveContext(context, request, response);
        audit.appendEntry(AuditEntry.of(
                clock.instant(),
                operator.name(),
                operator.role().token(),
                operator.channel(),
                "sign in",
                "console",
                ""));
    }
}
