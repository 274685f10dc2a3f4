package dev.winnow.local.publish;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow rules keygen}. */
@Command(
        name = "keygen",
        description = {
            "Make a pair of keys for signed bundles (Ed25519): the private key in a file, the public key as a setting.",
            "A worker with the setting refuses bundles that are not signed with the private key."
        })
public final class KeygenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file of the private key; it must not exist.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path _ = Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, encode(pair.getPrivate().getEncoded()) + "\n");
        PrintWriter out = spec.commandLine().getOut();
        out.println("The private key is in " + file + ": sign with it by winnow rules publish --key " + file);
        out.println("For the workers: WINNOW_RULES_PUBLICKEY="
                + encode(pair.getPublic().getEncoded()));
        return 0;
    }

    private static String encode(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
