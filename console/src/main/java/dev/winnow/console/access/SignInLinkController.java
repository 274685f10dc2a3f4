package dev.winnow.console.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes links for one sign-in, so that the holder of an operator key can open the pages. */
@RestController
final class SignInLinkController {
    private final SignInTokens tokens;

    SignInLinkController(SignInTokens tokens) {
        this.tokens = tokens;
    }

    /** A path with a token, which works once and for ten minutes. */
    record SignInLink(String path) {}

    @PostMapping(AccessConfiguration.API + "sign-in-links")
    @ResponseStatus(HttpStatus.CREATED)
    SignInLink issue(Operator by) {
        if (!by.channel().equals(Operator.COMMAND)) {
            throw new OpsException(HttpStatus.FORBIDDEN, "Only an operator key can make a link; a session cannot.");
        }
        return new SignInLink("/sign-in?token=" + tokens.issue(by.name(), by.role()));
    }
}
