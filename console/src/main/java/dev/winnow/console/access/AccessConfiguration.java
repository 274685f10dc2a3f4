package dev.winnow.console.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The guard of all routes: without a role there is no page. Which role an action needs is checked by the action itself, for pages and API
 * alike.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class AccessConfiguration {
    /** The beginning of all routes of the operator API. */
    public static final String API = "/ops/v1/";

    private static final Set<String> MAKES_NO_CHANGE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            OperatorKeys keys,
            ObjectProvider<OidcSignIn> oidc,
            ObjectProvider<ClientRegistrationRepository> clients,
            SignInLog log)
            throws Exception {
        http.authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/sign-in", "/assets/**", "/livez", "/readyz")
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole("VIEWER", "OPERATOR", "ADMIN"))
                .addFilterBefore(new BearerFilter(keys), AnonymousAuthenticationFilter.class)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(AccessConfiguration::needsCsrfToken))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, _) -> refuse(request, response, HttpStatus.UNAUTHORIZED))
                        .accessDeniedHandler((request, response, _) -> refuse(request, response, HttpStatus.FORBIDDEN)))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"));
        oidc.ifAvailable(signIn -> signIn.addTo(http, clients.getObject(), log));
        return http.build();
    }

    @Bean
    DelegatingFilterProxyRegistrationBean guard() {
        DelegatingFilterProxyRegistrationBean guard =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        guard.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        guard.setOrder(-100);
        return guard;
    }

    @Bean
    SignInTokens signInTokens(Clock clock) {
        return new SignInTokens(clock);
    }

    @Bean
    SignInLimit signInLimit() {
        return new SignInLimit();
    }

    /** A forged request acts by a session cookie, which a request with a key does not use and a request to the API without one does not have. */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        if (MAKES_NO_CHANGE.contains(request.getMethod()) || BearerFilter.hasKey(request)) {
            return false;
        }
        return !request.getRequestURI().startsWith(API) || request.getRequestedSessionId() != null;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof OperatorAuthentication;
        if (!request.getRequestURI().startsWith(API) && !signedIn) {
            response.sendRedirect("/sign-in");
            return;
        }
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String detail = status == HttpStatus.UNAUTHORIZED
                ? "This needs a key: Authorization: Bearer <operator key>, or a session of the console."
                : signedIn ? "The request has no valid CSRF token; load the page again." : "This is not allowed.";
        response.getOutputStream()
                .write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status.getReasonPhrase(), status.value(), detail)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
