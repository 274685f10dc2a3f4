package dev.winnow.worker;

import dev.winnow.worker.rules.BundleSignature;
import dev.winnow.yara.Admission;
import java.nio.file.Path;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where rules come from besides the bundled pack.
 *
 * @param folder {@code .yar} files that are added to the bundled pack, or replace its files of the same name; watched for changes
 * @param figures the file that keeps the measured cost of each rule, so that a restart measures changed rules only; its folder must
 *     exist; empty to keep no file
 * @param publicKey the key that published bundles must be signed with, as {@code winnow rules keygen} prints it; empty to take bundles
 *     without a signature
 */
@ConfigurationProperties("winnow.rules")
public record RuleSettings(
        @DefaultValue("rules.d") Path folder,
        @DefaultValue("") String figures,
        @DefaultValue("") String publicKey) {

    /** The key of signed bundles; null to take bundles without a signature. */
    @Nullable PublicKey requiredKey() {
        return publicKey.isBlank() ? null : BundleSignature.parsePublicKey(publicKey);
    }

    Admission newAdmission() {
        return figures.isBlank() ? new Admission() : new Admission().withFigures(Path.of(figures));
    }
}
