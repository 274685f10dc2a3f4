package dev.winnow.console.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in at an OpenID provider, which a fleet needs.
 *
 * @param issuer the provider's address, whose {@code /.well-known/openid-configuration} is read at the start; empty for no such sign-in
 * @param clientId the console's name at the provider
 * @param clientSecret the console's secret at the provider
 * @param groupsClaim the claim of the ID token that lists the groups of a person
 * @param viewerGroup the group whose members are viewers
 * @param operatorGroup the group whose members are operators
 * @param adminGroup the group whose members are admins
 */
@ConfigurationProperties("winnow.console.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("winnow-viewer") String viewerGroup,
        @DefaultValue("winnow-operator") String operatorGroup,
        @DefaultValue("winnow-admin") String adminGroup) {
    /** Leaves the secret out, so that no log holds it. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
