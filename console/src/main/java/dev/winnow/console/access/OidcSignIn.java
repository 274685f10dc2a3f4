package dev.winnow.console.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Sign-in at an OpenID provider. A claim of the provider names the groups of a person, and each role has a group; without a role there is no
 * session.
 *
 * @param settings the provider and the groups
 */
public record OidcSignIn(OidcSettings settings) {
    void addTo(HttpSecurity http, ClientRegistrationRepository clients, SignInLog log) {
        HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
        http.oauth2Login(login -> login.clientRegistrationRepository(clients)
                .loginPage("/sign-in")
                .successHandler((request, response, authentication) -> {
                    Optional<Operator> operator = toOperator(authentication);
                    if (operator.isEmpty()) {
                        request.getSession().invalidate();
                        response.sendRedirect("/sign-in?no-role");
                        return;
                    }
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new OperatorAuthentication(operator.get()));
                    sessions.saveContext(context, request, response);
                    log.record(operator.get());
                    response.sendRedirect("/");
                }));
    }

    Optional<Operator> toOperator(Authentication authentication) {
        return authentication.getPrincipal() instanceof OAuth2User user
                ? findRole(readGroups(user)).map(role -> new Operator(nameOf(user), role, Operator.PAGE))
                : Optional.empty();
    }

    private Optional<Role> findRole(List<String> groups) {
        if (groups.contains(settings.adminGroup())) {
            return Optional.of(Role.ADMIN);
        }
        if (groups.contains(settings.operatorGroup())) {
            return Optional.of(Role.OPERATOR);
        }
        return groups.contains(settings.viewerGroup()) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    private List<String> readGroups(OAuth2User user) {
        List<String> groups = new ArrayList<>();
        Object claim = user.getAttributes().get(settings.groupsClaim());
        if (claim instanceof Collection<?> several) {
            several.forEach(group -> groups.add(String.valueOf(group)));
        } else if (claim instanceof String one) {
            groups.add(one);
        }
        return groups;
    }

    private static String nameOf(OAuth2User user) {
        Object email = user.getAttributes().get("email");
        return email instanceof String address ? address : user.getName();
    }
}
