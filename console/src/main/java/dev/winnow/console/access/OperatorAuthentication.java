package dev.winnow.console.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in operator in Spring Security's form. */
final class OperatorAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Operator operator;

    OperatorAuthentication(Operator operator) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + operator.role().name())));
        this.operator = operator;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Operator getPrincipal() {
        return operator;
    }

    @Override
    public String getName() {
        return operator.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperatorAuthentication that && operator.equals(that.operator);
    }

    @Override
    public int hashCode() {
        return operator.hashCode();
    }
}
