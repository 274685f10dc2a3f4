package dev.winnow.worker.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The Ed25519 signature of a bundle, over the names and contents of all its entries, in an entry of its own. A bundle holds code for a native
 * engine: with a public key a worker takes no bundle that another hand made or changed. Stateless; any thread.
 */
public final class BundleSignature {
    private static final String ALGORITHM = "Ed25519";
    private static final String ENTRY = "signature";

    /** Far above any rule pack with its lists; a larger file is not one. */
    private static final int MAX_BYTES = 256 << 20;

    private BundleSignature() {}

    /** Adds a signature to a bundle, in place of an earlier one. The same bundle and key give the same bytes. */
    public static byte[] signBundle(byte[] zip, PrivateKey key) {
        Map<String, byte[]> entries = readEntries(zip);
        entries.remove(ENTRY);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(digest(entries));
            entries.put(ENTRY, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign a bundle: " + e.getMessage(), e);
        }
        return writeEntries(entries);
    }

    /**
     * Checks the signature of a bundle.
     *
     * @throws IllegalStateException if the bundle has none, or one of another key or content
     */
    public static void requireSigned(byte[] zip, PublicKey key) {
        Map<String, byte[]> entries = readEntries(zip);
        byte @Nullable [] signed = entries.remove(ENTRY);
        if (signed == null) {
            throw new IllegalStateException("it is not signed; publish it with --key");
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(digest(entries));
            if (!signature.verify(signed)) {
                throw new IllegalStateException("its signature is not the configured key's, or it was changed since");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("its signature cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether the entry of a bundle is its signature. */
    static boolean isSignature(String entry) {
        return entry.equals(ENTRY);
    }

    /**
     * Reads a private key.
     *
     * @param base64 PKCS #8
     * @throws IllegalArgumentException if it is none
     */
    public static PrivateKey parsePrivateKey(String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "this is no private key of 'winnow rules keygen'",
                    e instanceof GeneralSecurityException ? e : null);
        }
    }

    /**
     * Reads a public key.
     *
     * @param base64 X.509
     * @throws IllegalArgumentException if it is none
     */
    public static PublicKey parsePublicKey(String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + base64 + "' is no public key of 'winnow rules keygen'", e);
        }
    }

    private static byte[] digest(Map<String, byte[]> entries) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        entries.forEach((name, content) -> {
            byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(8)
                    .putInt(utf8.length)
                    .putInt(content.length)
                    .flip());
            digest.update(utf8);
            digest.update(content);
        });
        return digest.digest();
    }

    private static Map<String, byte[]> readEntries(byte[] zip) {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            int left = MAX_BYTES;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || entries.put(entry.getName(), content) != null) {
                    throw new IllegalArgumentException("a rule bundle is too large, or has an entry twice");
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a rule bundle: " + e.getMessage(), e);
        }
        return entries;
    }

    private static byte[] writeEntries(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a bundle cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }
}
