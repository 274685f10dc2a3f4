package dev.winnow.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The AWS region of commands. Stateless. */
public final class AwsRegion {
    private AwsRegion() {}

    /** Whether the environment, a system property or a profile names a region; asks no metadata service. */
    public static boolean isKnown() {
        try {
            var _ = new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion();
            return true;
        } catch (SdkClientException none) {
            return false;
        }
    }
}
