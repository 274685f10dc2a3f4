package dev.winnow.yara;

import java.util.List;

/**
 * The result of one run of the compiler.
 *
 * @param rules the compiled rules in index order; empty if it failed
 */
record CompileReport(boolean failed, List<Rule> rules, List<CompileMessage> messages) {

    List<CompileMessage> errors() {
        return messages.stream()
                .filter(message -> message.level() == CompileMessage.Level.ERROR)
                .toList();
    }
}
