package dev.winnow.aws;

import dev.winnow.message.Priority;

/** The addresses of the lanes and of the dead letters. */
record QueueUrls(String live, String bulk, String deadLetters) {
    String urlOf(Priority lane) {
        return switch (lane) {
            case LIVE -> live;
            case BULK -> bulk;
        };
    }
}
