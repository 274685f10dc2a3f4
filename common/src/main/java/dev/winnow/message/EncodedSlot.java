package dev.winnow.message;

/**
 * A slot that is ready to be packed. The submitting thread encodes it outside the packer's lock, because encoding is the costly part.
 *
 * @param json the slot as a JSON object
 * @param bytes the length of the JSON object in UTF-8
 */
public record EncodedSlot(String json, int bytes) {}
