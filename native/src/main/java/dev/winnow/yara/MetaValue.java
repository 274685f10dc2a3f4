package dev.winnow.yara;

/** A value of a rule's {@code meta} section. */
public sealed interface MetaValue {

    /** A quoted string. */
    record Text(String value) implements MetaValue {}

    /** An integer; YARA's are signed 64-bit. */
    record Int(long value) implements MetaValue {}

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements MetaValue {}
}
