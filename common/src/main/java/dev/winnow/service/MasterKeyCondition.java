package dev.winnow.service;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there is a master key; {@code unset} is the value of a parameter that waits for one. Not an expression: the error of an expression
 * that cannot be parsed holds the whole text, and with it the key.
 */
final class MasterKeyCondition implements Condition {
    private static final String UNSET = "unset";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String keys = context.getEnvironment().getProperty("winnow.callbacks.master-key", "");
        return !keys.isBlank() && !keys.strip().equals(UNSET);
    }
}
