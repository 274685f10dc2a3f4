package dev.winnow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Turns a failure into a sentence with a next step, for people at the command line. Stateless. */
final class FailureSentence {
    private static final String OURS = "dev.winnow.";

    private FailureSentence() {}

    static String of(Throwable failure) {
        Throwable cause = unwrap(failure);
        return switch (cause) {
            case FileSystemException file when file.getFile() != null -> ofFile(file, file.getFile());
            case CharacterCodingException _ -> "a file that was read is not UTF-8; save it as UTF-8";
            case BindException taken -> "cannot listen: " + taken.getMessage() + "; choose another port";
            default -> ofOther(cause);
        };
    }

    private static String ofFile(FileSystemException failure, String name) {
        Path parent = Path.of(name).toAbsolutePath().getParent();
        return switch (failure) {
            case NoSuchFileException _
            when parent != null && Files.notExists(parent) ->
                "there is no folder " + parent + "; make it or check the path";
            case NoSuchFileException _ -> "there is no file or folder " + name + "; check the path";
            case AccessDeniedException _ ->
                "permission to use " + name + " is denied; change its permissions or run as its owner";
            case NotDirectoryException _ -> name + " is a file; name a folder";
            case FileAlreadyExistsException _ ->
                name + " is a file where a folder is needed; move it or name another folder";
            case DirectoryNotEmptyException _ -> "the folder " + name + " is not empty; name another one";
            default ->
                "cannot use " + name + ": " + (failure.getReason() == null ? "it failed" : failure.getReason())
                        + "; check the path and the disk";
        };
    }

    /** Keeps the messages of Winnow's own exceptions, which are sentences; adds a next step to a library's message. */
    private static String ofOther(Throwable cause) {
        String message = cause.getMessage();
        if (message != null && cause.getClass().getName().startsWith("software.amazon.")) {
            return message.contains("Unable to load region")
                    ? "no AWS region is given; set AWS_REGION to the fleet's, such as eu-central-1"
                    : "AWS could not be asked: %s; check AWS_REGION and the credentials"
                            .formatted(message.lines().findFirst().orElse(message));
        }
        if (message != null && !message.isBlank() && isThrownByUs(cause)) {
            return message;
        }
        String kind = cause.getClass().getSimpleName();
        return "it failed unexpectedly (%s); run it again with WINNOW_TRACE=1 to see where"
                .formatted(message == null || message.isBlank() ? kind : kind + ": " + message.strip());
    }

    private static boolean isThrownByUs(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName().startsWith(OURS)
                || (trace.length > 0 && trace[0].getClassName().startsWith(OURS));
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && isWrapper(failure, cause) ? unwrap(cause) : failure;
    }

    private static boolean isWrapper(Throwable failure, Throwable cause) {
        return switch (failure) {
            case ExecutionException _, CompletionException _ -> true;
            case UncheckedIOException _, IOException _ -> cause.toString().equals(failure.getMessage());
            default -> failure.getClass().getName().startsWith("org.springframework.");
        };
    }
}
