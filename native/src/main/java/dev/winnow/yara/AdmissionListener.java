package dev.winnow.yara;

/** Hears how far an admission is, from the admitting threads. */
@FunctionalInterface
public interface AdmissionListener {

    /** Hears nothing. */
    AdmissionListener NONE = (_, _) -> {};

    /**
     * Some rules have been measured.
     *
     * @param rules measured so far, rules with a known figure included
     * @param all rules of the set
     */
    void measured(int rules, int all);
}
