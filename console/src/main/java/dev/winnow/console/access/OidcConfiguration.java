package dev.winnow.console.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

/** The beans of sign-in at an OpenID provider, if one is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${winnow.console.oidc.issuer:}'.isBlank()")
@EnableConfigurationProperties(OidcSettings.class)
public class OidcConfiguration {
    @Bean
    OidcSignIn oidcSignIn(OidcSettings settings) {
        return new OidcSignIn(settings);
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(OidcSettings settings) {
        ClientRegistration console = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId("console")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "email")
                .build();
        return new InMemoryClientRegistrationRepository(console);
    }
}
