package dev.winnow.service;

/** Conditions on beans: tenants and rules are published, or come from this machine. */
public final class Published {
    /** A bucket and the path of parameters are set. */
    public static final String YES = "!'${winnow.bucket:}'.isBlank() and !'${winnow.parameters.path:}'.isBlank()";

    /** No bucket or no path of parameters is set; tenants and rules come from a file and a folder. */
    public static final String NO = "not (" + YES + ")";

    private Published() {}
}
