package dev.winnow.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the simulated settings with Terraform's defaults. */
class TerraformDefaultsTest {
    private static final Path VARIABLES = Path.of("../terraform/variables.tf");

    @Test
    void setsTheSimulatedSettings() throws IOException {
        assertThat(number("scaling", "goal_seconds")).isEqualTo(FleetSettings.DEFAULT.goalSeconds());
        assertThat(number("scaling", "sms_per_vcpu_second")).isEqualTo(FleetSettings.DEFAULT.smsPerThreadSecond());
        assertThat(number("scaling", "surge_cooldown")).isEqualTo(PolicyComparison.SURGE_COOLDOWN);
        assertThat(number("worker", "target_cpu")).isEqualTo(100 * PolicyComparison.TARGET_CPU);
        assertThat(number("worker", "min")).isEqualTo(FleetSettings.DEFAULT.min());
        assertThat(number("worker", "max")).isEqualTo(FleetSettings.DEFAULT.max());
    }

    private static double number(String variable, String attribute) throws IOException {
        String block = Files.readString(VARIABLES).split("variable \"" + variable + "\"", 2)[1];
        Matcher matcher = Pattern.compile("\\b" + attribute + "\\s*=\\s*optional\\(number, ([0-9.]+)\\)")
                .matcher(block);
        assertThat(matcher.find()).as(variable + "." + attribute).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
