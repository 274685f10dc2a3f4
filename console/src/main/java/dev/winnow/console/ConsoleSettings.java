package dev.winnow.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of a console that runs alone.
 *
 * @param keys the keys of the command line and of programs: {@code name:role:sha256}, separated by commas; the role is {@code viewer}, {@code
 *     operator} or {@code admin}; the hash is SHA-256 of the key in hexadecimal
 */
@ConfigurationProperties("winnow.console")
public record ConsoleSettings(@DefaultValue("") String keys) {
    /** Leaves the hashes out of logs. */
    @Override
    public String toString() {
        return "ConsoleSettings[]";
    }
}
