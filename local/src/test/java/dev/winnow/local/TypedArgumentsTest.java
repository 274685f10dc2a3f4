package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedArgumentsTest {
    @Test
    void takesTheLastArgumentsOfTheCommandLine() {
        byte[] commandLine = "java\0-jar\0winnow.jar\0send\0größe\0\0".getBytes(StandardCharsets.UTF_8);

        assertThat(TypedArguments.decode(commandLine, "send", "gr??e", "")).containsExactly("send", "größe", "");
        assertThat(TypedArguments.decode(commandLine)).isEmpty();
    }

    @Test
    void keepsTheArgumentsWhenTheCommandLineIsShorter() {
        assertThat(TypedArguments.decode(new byte[0], "send", "hi")).containsExactly("send", "hi");
    }
}
