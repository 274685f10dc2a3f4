package dev.winnow.local.operator;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.Role;

/** The user of this machine as an operator: whoever may write the data folder or the fleet's files may do everything with them. */
public final class CommandUser {
    private CommandUser() {}

    public static Operator current() {
        return new Operator(System.getProperty("user.name", "operator"), Role.ADMIN, Operator.COMMAND);
    }
}
