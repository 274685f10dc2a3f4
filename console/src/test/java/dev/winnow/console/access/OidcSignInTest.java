package dev.winnow.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;

class OidcSignInTest {
    private final OidcSignIn signIn = new OidcSignIn(
            new OidcSettings("https://id.example", "c", "s", "groups", "viewers", "operators", "admins"));

    @Test
    void givesTheHighestRoleOfAPersonsGroups() {
        assertThat(signIn.toOperator(person(List.of("viewers", "operators"))))
                .contains(new Operator("jo@example.com", Role.OPERATOR, Operator.PAGE));
        assertThat(signIn.toOperator(person("admins")))
                .contains(new Operator("jo@example.com", Role.ADMIN, Operator.PAGE));
    }

    @Test
    void givesNoRoleWithoutAGroup() {
        assertThat(signIn.toOperator(person(List.of("staff")))).isEmpty();
        assertThat(signIn.toOperator(new TestingAuthenticationToken("jo", ""))).isEmpty();
    }

    private static TestingAuthenticationToken person(Object groups) {
        Map<String, Object> claims = Map.of("sub", "42", "email", "jo@example.com", "groups", groups);
        return new TestingAuthenticationToken(new DefaultOAuth2User(List.of(), claims, "sub"), "");
    }
}
