package dev.winnow.callback;

/**
 * What callbacks stand on.
 *
 * @param endpoints who wants to be told
 * @param due what is tried later
 * @param attempts what was tried
 * @param sealer opens the secrets that sign
 * @param urls which addresses may be called
 */
public record CallbackPorts(
        EndpointStore endpoints, DueCallbacks due, AttemptLog attempts, SecretSealer sealer, UrlPolicy urls) {}
