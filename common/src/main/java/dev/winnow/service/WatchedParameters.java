package dev.winnow.service;

import dev.winnow.aws.ParameterWatch;

/** Adds parameters to the watch of an application, which calls every bean of this type. */
@FunctionalInterface
public interface WatchedParameters {
    /** Adds the parameters to the watch. */
    void addTo(ParameterWatch watch);
}
