package dev.winnow.service;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The condition that a master key is set; {@code unset} is the value of a parameter without a key. This is a class and no expression, because
 * the error of an expression that cannot be parsed holds the whole text and so the key.
 */
final class MasterKeyCondition implements Condition {
    private static final String UNSET = "unset";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String keys = context.getEnvironment().getProperty("winnow.callbacks.master-key", "");
        return !keys.isBlank() && !keys.strip().equals(UNSET);
    }
}
