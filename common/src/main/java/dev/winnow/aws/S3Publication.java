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
 * Publishes objects in S3 and names the live one in a parameter of Parameter Store. The pointer holds the hash of the content: a copy on
 * this machine's disk is not fetched again, and a changed object is not used. The history is that of the parameter.
 */
final class S3Publication implements Publication {
    private static final Logger log = LoggerFactory.getLogger(S3Publication.class);

    /** The description of a pointer after a publication; a return to an earlier version has another one. */
    private static final String PUBLISHED = "published";

    private final SsmClient parameters;
    private final S3Client objects;
    private final Place place;

    /**
     * The place of a document.
     *
     * @param pointer the name of the parameter
     * @param bucket the name of the bucket
     * @param prefix the beginning of the keys of all objects, such as {@code rules/}
     * @param copies the folder on this machine for copies of the objects
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
            log.warn("The copy {} is not usable; the object is fetched again: {}", copy, damaged.toString());
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

    /** Reads the version of a former value. A value that names none is left out, so that an old typing error does not hide the history. */
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

    /** Keeps a copy. A failure is only logged: without a copy the next start needs S3. */
    private void keepCopy(Path copy, byte[] content) {
        try {
            Files.createDirectories(place.copies());
            Path fresh = Files.createTempFile(place.copies(), "fetched", null);
            Files.write(fresh, content);
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn(
                    "Could not keep a copy of a published document in {}; the next start needs S3: {}",
                    place.copies(),
                    e.toString());
        }
    }

    private static PublicationUnavailableException asUnavailable(String what, SdkException cause) {
        return new PublicationUnavailableException("AWS did not " + what + ": " + cause.getMessage(), cause);
    }
}
