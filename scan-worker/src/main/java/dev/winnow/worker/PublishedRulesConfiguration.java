package dev.winnow.worker;

import dev.winnow.aws.AwsServices;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.TrippedRules;
import dev.winnow.service.ParameterSettings;
import dev.winnow.service.Published;
import dev.winnow.service.ServiceSettings;
import dev.winnow.service.WatchedParameters;
import dev.winnow.worker.rules.PublishedRules;
import dev.winnow.worker.rules.TripsFollower;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules that are published in S3, in the place of a folder. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(Published.YES)
class PublishedRulesConfiguration {
    @Bean
    PublishedRules ruleFeed(
            AwsServices aws,
            ServiceSettings settings,
            ParameterSettings parameters,
            RuleSettings rules,
            ObjectProvider<TrippedRules> tripped) {
        Publication published = aws.openPublication(
                parameters.rulesPointer(),
                settings.bucket(),
                "rules/",
                settings.data().resolve("published"));
        return PublishedRules.start(
                published,
                settings.data().resolve("published").resolve("rules-last-good"),
                rules.requiredKey(),
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
}
