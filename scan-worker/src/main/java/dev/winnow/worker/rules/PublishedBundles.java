package dev.winnow.worker.rules;

import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.PublicationUnavailableException;
import dev.winnow.publication.Version;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles that were published, and the last one that was live here. Any thread.
 *
 * @param key the key that bundles must be signed with; null to take bundles without a signature
 */
record PublishedBundles(
        Publication publication,
        LastGoodVersion lastGood,
        @Nullable PublicKey key) {
    private static final Logger log = LoggerFactory.getLogger(PublishedBundles.class);

    /**
     * Finds the pointer to begin with: the live one, or the last good one while the live one cannot be read.
     *
     * @throws PublicationUnavailableException if nothing answers and nothing is noted
     */
    Pointer findFirst() {
        try {
            return publication.findLive();
        } catch (PublicationUnavailableException away) {
            return returnToLastGood(away);
        }
    }

    /** The last good pointer; throws the reason for asking if none is noted. */
    Pointer returnToLastGood(RuntimeException reason) {
        Version version = lastGood.read(reason);
        log.error("Starting on the last good rules {}: {}", version.key(), reason.getMessage());
        return new Pointer.Published(version);
    }

    /**
     * Reads a bundle.
     *
     * @throws UnsignedBundleException if it is not signed with the key
     * @throws IllegalArgumentException if it is not a bundle
     * @throws PublicationUnavailableException if it cannot be read
     */
    RuleBundle readBundle(Version version) {
        byte[] content = publication.readContent(version);
        if (key != null) {
            try {
                BundleSignature.requireSigned(content, key);
            } catch (IllegalStateException | IllegalArgumentException e) {
                throw new UnsignedBundleException("bundle " + version.key() + " is refused: " + e.getMessage(), e);
            }
        }
        return RuleBundle.parseZip(content);
    }

    void noteLive(Version version) {
        lastGood.write(version);
    }

    /** A bundle whose signature is missing or wrong. */
    static final class UnsignedBundleException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnsignedBundleException(String message, RuntimeException cause) {
            super(message, cause);
        }
    }
}
