package dev.winnow.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.tenant.ApiKey;
import org.junit.jupiter.api.Test;

class OperatorKeysTest {
    @Test
    void findsTheHolderOfAKey() {
        OperatorKeys keys = OperatorKeys.parse("ci:viewer:" + ApiKey.hashKey("secret"));

        assertThat(keys.find("secret")).contains(new Operator("ci", Role.VIEWER, Operator.COMMAND));
        assertThat(keys.find("other")).isEmpty();
    }

    @Test
    void refusesAnEntryOfAnotherFormWithoutShowingIt() {
        assertThatThrownBy(() -> OperatorKeys.parse("ci:viewer:my-plain-key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name:role:sha256")
                .hasMessageNotContaining("my-plain-key");
    }
}
