package dev.winnow.publication;

import java.util.List;

/** A published document with several versions, of which one is live. Calls block; any thread. */
public interface Publication {
    /**
     * Reads the pointer to the live version.
     *
     * @throws PublicationUnavailableException if the pointer cannot be read
     * @throws IllegalArgumentException if the pointer was changed by hand and names no version
     */
    Pointer findLive();

    /**
     * Reads the content of a version and checks its hash.
     *
     * @throws PublicationUnavailableException if the content cannot be read
     * @throws IllegalStateException if the content was changed after its publication
     */
    byte[] readContent(Version version);

    /**
     * Stores a content and makes it the live version.
     *
     * @param name a name for people, such as {@code 2026.11.24-3f9c.zip}; not a path
     * @throws PublicationUnavailableException if the content was not stored; the live version has then not changed
     */
    Version publishContent(String name, byte[] content);

    /**
     * Makes an earlier version live again.
     *
     * @throws PublicationUnavailableException if the live version was not changed
     */
    void activateVersion(Version version);

    /**
     * Lists the versions that were live, the latest first, each once; empty before the first publication.
     *
     * @throws PublicationUnavailableException if the history cannot be read
     */
    List<Version> listHistory();

    /**
     * Lists all changes of the live version, the latest first; a version may be in the list several times.
     *
     * @throws PublicationUnavailableException if the history cannot be read
     */
    List<Activation> activations();
}
