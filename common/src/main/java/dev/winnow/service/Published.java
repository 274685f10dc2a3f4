package dev.winnow.service;

/** Whether tenants and rules are published, as conditions on beans. */
public final class Published {
    /** There is a bucket, and parameters that point into it. */
    public static final String YES = "!'${winnow.bucket:}'.isBlank() and !'${winnow.parameters.path:}'.isBlank()";

    /** There is a file and a folder. */
    public static final String NO = "not (" + YES + ")";

    private Published() {}
}
