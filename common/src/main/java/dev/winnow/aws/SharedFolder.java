package dev.winnow.aws;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Some objects of a bucket that a command and its task share. The bucket encrypts them, and deletes after a month what nobody has deleted before.
 * Calls block and throw {@link IllegalStateException} if S3 does not answer; any thread.
 */
public final class SharedFolder {
    private final S3Client objects;
    private final String bucket;
    private final String prefix;

    SharedFolder(S3Client objects, String bucket, String prefix) {
        this.objects = objects;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** Writes an object, or replaces it. */
    public void write(String name, byte[] content) {
        var _ = call(
                "store " + prefix + name,
                () -> objects.putObject(put -> put.bucket(bucket).key(prefix + name), RequestBody.fromBytes(content)));
    }

    /** Reads an object; empty if there is none. */
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(call(
                    "read " + prefix + name,
                    () -> objects.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + name))
                            .asByteArray()));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /** Deletes an object, if there is one. */
    public void delete(String name) {
        var _ = call(
                "delete " + prefix + name,
                () -> objects.deleteObject(delete -> delete.bucket(bucket).key(prefix + name)));
    }

    private <T> T call(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (NoSuchKeyException none) {
            throw none;
        } catch (SdkException e) {
            throw new IllegalStateException("S3 did not " + what + " in " + bucket + ": " + e.getMessage(), e);
        }
    }
}
