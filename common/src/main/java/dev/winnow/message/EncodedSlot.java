package dev.winnow.message;

/**
 * A slot ready to be packed. Encoding is the costly part and is done by the submitting thread, outside the packer's lock.
 *
 * @param json the slot as a JSON object
 * @param bytes its length in UTF-8
 */
public record EncodedSlot(String json, int bytes) {}
