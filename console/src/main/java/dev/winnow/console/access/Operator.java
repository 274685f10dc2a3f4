package dev.winnow.console.access;

import org.springframework.http.HttpStatus;

/**
 * A person or program that is signed in. Immutable; any thread.
 *
 * @param name the name in the audit log
 * @param role the right
 * @param channel the way of its requests: {@code page} or {@code command}
 */
public record Operator(String name, Role role, String channel) {
    public static final String PAGE = "page";
    public static final String COMMAND = "command";

    /**
     * Checks the role.
     *
     * @throws OpsException 403 if the role does not include this one
     */
    public void require(Role needed) {
        if (!role.includes(needed)) {
            throw new OpsException(
                    HttpStatus.FORBIDDEN,
                    "This needs the role " + needed.token() + "; you have the role " + role.token() + ".");
        }
    }

    public boolean may(String needed) {
        return role.includes(Role.valueOf(needed));
    }
}
