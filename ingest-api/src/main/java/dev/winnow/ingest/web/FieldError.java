package dev.winnow.ingest.web;

/**
 * One thing that is wrong with a request body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole body
 * @param detail what it must be
 */
public record FieldError(String pointer, String detail) {}
