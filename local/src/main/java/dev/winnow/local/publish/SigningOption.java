package dev.winnow.local.publish;

import dev.winnow.worker.rules.BundleSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key that a command signs bundles with. */
public final class SigningOption {
    @Option(
            names = "--key",
            defaultValue = "${env:WINNOW_RULES_KEY}",
            paramLabel = "FILE",
            description = "The private key that signs the bundle, of 'winnow rules keygen' (WINNOW_RULES_KEY).")
    private @Nullable Path key;

    /** The bundle with a signature; the bundle as it is without a key. */
    public byte[] sign(byte[] bundle) {
        if (key == null) {
            return bundle;
        }
        try {
            return BundleSignature.signBundle(bundle, BundleSignature.parsePrivateKey(Files.readString(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
