package dev.winnow.console;

import dev.winnow.aws.AwsServices;
import dev.winnow.console.rules.LiveRules;
import dev.winnow.console.rules.PublishedRuleBook;
import dev.winnow.console.tenants.PublishedTenantBook;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.TrippedRules;
import dev.winnow.service.ParameterSettings;
import dev.winnow.service.Published;
import dev.winnow.service.ServiceSettings;
import dev.winnow.service.WatchedParameters;
import dev.winnow.worker.rules.BundleSignature;
import dev.winnow.worker.rules.PublishedRules;
import dev.winnow.worker.rules.TripsFollower;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules and tenants that are published for a fleet. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(Published.YES)
class PublishedConfiguration {
    @Bean
    PublishedRules ruleFeed(
            AwsServices aws,
            ServiceSettings settings,
            ParameterSettings parameters,
            ObjectProvider<TrippedRules> tripped,
            @Value("${winnow.rules.public-key:}") String publicKey) {
        return PublishedRules.start(
                openRules(aws, settings, parameters),
                settings.data().resolve("published").resolve("console-rules-last-good"),
                publicKey.isBlank() ? null : BundleSignature.parsePublicKey(publicKey),
                tripped.getIfAvailable(() -> TrippedRules.NONE));
    }

    @Bean
    WatchedParameters rulesPointer(PublishedRules rules, ParameterSettings parameters) {
        return watch -> watch.onChange(
                parameters.rulesPointer(), rules.pointer().toString(), text -> rules.follow(Pointer.parse(text)));
    }

    @Bean
    TripsFollower tripsFollower(PublishedRules rules) {
        return TripsFollower.start(rules);
    }

    @Bean
    LiveRules liveRules(
            PublishedRules feed,
            AwsServices aws,
            ServiceSettings settings,
            ParameterSettings parameters,
            ObjectProvider<TrippedRules> tripped,
            @Value("${winnow.rules.public-key:}") String publicKey) {
        return new LiveRules(
                feed,
                new PublishedRuleBook(
                        openRules(aws, settings, parameters),
                        tripped.getIfAvailable(() -> TrippedRules.NONE),
                        publicKey.isBlank() ? bundle -> bundle : PublishedConfiguration::refuseToSign));
    }

    @Bean
    TenantBook tenantBook(AwsServices aws, ServiceSettings settings, ParameterSettings parameters) {
        return new PublishedTenantBook(aws.openPublication(
                parameters.tenantsPointer(),
                settings.bucket(),
                "tenants/",
                settings.data().resolve("published")));
    }

    private static Publication openRules(AwsServices aws, ServiceSettings settings, ParameterSettings parameters) {
        return aws.openPublication(
                parameters.rulesPointer(),
                settings.bucket(),
                "rules/",
                settings.data().resolve("published"));
    }

    /** The private key is on an operator's own machine, and not in the fleet. */
    private static byte[] refuseToSign(byte[] bundle) {
        throw new IllegalStateException(
                "the workers take signed rules only, and the console has no key: take 'winnow rules state --key FILE'");
    }
}
