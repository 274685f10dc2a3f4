package dev.winnow.worker;

import dev.winnow.yara.Admission;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where rules come from besides the bundled pack.
 *
 * @param folder {@code .yar} files that are added to the bundled pack, or replace its files of the same name; watched for changes
 * @param figures the file that keeps the measured cost of each rule, so that a restart measures changed rules only; its folder must
 *     exist; empty to keep no file
 */
@ConfigurationProperties("winnow.rules")
public record RuleSettings(
        @DefaultValue("rules.d") Path folder,
        @DefaultValue("") String figures) {

    Admission newAdmission() {
        return figures.isBlank() ? new Admission() : new Admission().withFigures(Path.of(figures));
    }
}
