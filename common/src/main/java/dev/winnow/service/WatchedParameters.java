package dev.winnow.service;

import dev.winnow.aws.ParameterWatch;

/** More parameters that an application wants to be told about; declare a bean of it. */
@FunctionalInterface
public interface WatchedParameters {
    /** Names them. */
    void addTo(ParameterWatch watch);
}
