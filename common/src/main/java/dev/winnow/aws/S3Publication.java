package dev.winnow.aws;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.PublicationUnavailableException;
import dev.winnow.publication.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * S3 objects, and a Parameter Store parameter that points at the live one. Because the pointer holds the hash, a content that is on this
 * machine's disk is never fetched again, and one that was changed behind our back is never used. The parameter's own history is the
 * history.
 */
final class S3Publication implements Publication {
    private static final Logger log = LoggerFactory.getLogger(S3Publication.class);

    /** The pointer's description after a publication, which tells it from a return to an earlier version. */
    private static final String PUBLISHED = "published";

    private final SsmClient parameters;
    private final S3Client objects;
    private final Place place;

    /**
     * Where it is.
     *
     * @param pointer the parameter's name
     * @param bucket the objects' bucket
     * @param prefix what the objects' keys begin with, such as {@code rules/}
     * @param copies the folder of this machine's copies
     */
    record Place(String pointer, String bucket, String prefix, Path copies) {}

    S3Publication(SsmClient parameters, S3Client objects, Place place) {
        this.parameters = parameters;
        this.objects = objects;
        this.place = place;
    }

    @Override
    public Pointer findLive() {
        try {
            return Pointer.parse(parameters
                    .getParameter(get -> get.name(place.pointer()))
                    .parameter()
                    .value());
        } catch (ParameterNotFoundException none) {
            return new Pointer.Unpublished();
        } catch (SdkException e) {
            throw asUnavailable("tell the value of " + place.pointer(), e);
        }
    }

    @Override
    public byte[] readContent(Version version) {
        Path copy = place.copies().resolve(version.sha256());
        try {
            byte[] content = Files.readAllBytes(copy);
            version.requireContent(content);
            return content;
        } catch (NoSuchFileException first) {
            return fetchContent(version, copy);
        } catch (IOException | IllegalStateException damaged) {
            log.warn("The copy {} is not usable and is fetched again: {}", copy, damaged.toString());
            return fetchContent(version, copy);
        }
    }

    @Override
    public Version publishContent(String name, byte[] content) {
        Version version = Version.ofContent(place.prefix() + name, content);
        try {
            objects.putObject(put -> put.bucket(place.bucket()).key(version.key()), RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw asUnavailable("store " + version.key() + " in " + place.bucket(), e);
        }
        point(version, PUBLISHED);
        return version;
    }

    @Override
    public void activateVersion(Version version) {
        point(version, "made live again");
    }

    private void point(Version version, String description) {
        try {
            parameters.putParameter(put -> put.name(place.pointer())
                    .value(version.toString())
                    .description(description)
                    .type(ParameterType.STRING)
                    .overwrite(true));
        } catch (SdkException e) {
            throw asUnavailable("set " + place.pointer(), e);
        }
    }

    @Override
    public List<Version> listHistory() {
        try {
            return parameters.getParameterHistoryPaginator(get -> get.name(place.pointer())).stream()
                    .flatMap(page -> page.parameters().stream())
                    .map(ParameterHistory::value)
                    .flatMap(this::readFormer)
                    .toList()
                    .reversed()
                    .stream()
                    .distinct()
                    .toList();
        } catch (ParameterNotFoundException none) {
            return List.of();
        } catch (SdkException e) {
            throw asUnavailable("tell the history of " + place.pointer(), e);
        }
    }

    /** The version that a former value named, if it named one: a typing error of long ago is no reason to keep the history back. */
    private Stream<Version> readFormer(String value) {
        try {
            return switch (Pointer.parse(value)) {
                case Pointer.Published former -> Stream.of(former.version());
                case Pointer.Unpublished _ -> Stream.empty();
            };
        } catch (IllegalArgumentException unreadable) {
            log.warn("Left a former value of {} out of its history: {}", place.pointer(), unreadable.getMessage());
            return Stream.empty();
        }
    }

    @Override
    public List<Activation> activations() {
        try {
            return parameters.getParameterHistoryPaginator(get -> get.name(place.pointer())).stream()
                    .flatMap(page -> page.parameters().stream())
                    .flatMap(entry -> readFormer(entry.value()).map(version -> activation(entry, version)))
                    .toList()
                    .reversed();
        } catch (ParameterNotFoundException none) {
            return List.of();
        } catch (SdkException e) {
            throw asUnavailable("tell the history of " + place.pointer(), e);
        }
    }

    private static Activation activation(ParameterHistory entry, Version version) {
        Instant at = entry.lastModifiedDate() == null ? Instant.EPOCH : entry.lastModifiedDate();
        String by = entry.lastModifiedUser() == null ? "" : entry.lastModifiedUser();
        return new Activation(version, at, by, PUBLISHED.equals(entry.description()));
    }

    private byte[] fetchContent(Version version, Path copy) {
        try {
            byte[] content = objects.getObjectAsBytes(
                            get -> get.bucket(place.bucket()).key(version.key()))
                    .asByteArray();
            version.requireContent(content);
            keepCopy(copy, content);
            return content;
        } catch (SdkException e) {
            throw asUnavailable("hand out " + version.key() + " of " + place.bucket(), e);
        }
    }

    /** Without a copy the next start needs S3; that is no reason not to go on now. */
    private void keepCopy(Path copy, byte[] content) {
        try {
            Files.createDirectories(place.copies());
            Path fresh = Files.createTempFile(place.copies(), "fetched", null);
            Files.write(fresh, content);
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("No copy of a published document is kept in {}: {}", place.copies(), e.toString());
        }
    }

    private static PublicationUnavailableException asUnavailable(String what, SdkException cause) {
        return new PublicationUnavailableException("AWS did not " + what + ": " + cause.getMessage(), cause);
    }
}
