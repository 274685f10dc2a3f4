package dev.winnow.publication;

import java.util.List;

/** A document of which one version is live. Calls block; any thread. */
public interface Publication {
    /**
     * The live version, or that none was published yet.
     *
     * @throws PublicationUnavailableException if that cannot be told
     * @throws IllegalArgumentException if the pointer was changed by hand and names no version
     */
    Pointer findLive();

    /**
     * The content of a version, its hash checked.
     *
     * @throws PublicationUnavailableException if it cannot be read
     * @throws IllegalStateException if it is not what was published
     */
    byte[] readContent(Version version);

    /**
     * Stores a content and makes it the live version.
     *
     * @param name tells versions apart for people, such as {@code 2026.11.24-3f9c.zip}; not a path
     * @throws PublicationUnavailableException if it was not stored; the live version is then the one before
     */
    Version publishContent(String name, byte[] content);

    /**
     * Makes a version live that was published before.
     *
     * @throws PublicationUnavailableException if it was not made live
     */
    void activateVersion(Version version);

    /**
     * The versions that were live, the latest first, each once; empty before the first publication.
     *
     * @throws PublicationUnavailableException if that cannot be told
     */
    List<Version> listHistory();

    /**
     * Every moment at which a version was made live, the latest first; a version may stand there several times.
     *
     * @throws PublicationUnavailableException if that cannot be told
     */
    List<Activation> activations();
}
