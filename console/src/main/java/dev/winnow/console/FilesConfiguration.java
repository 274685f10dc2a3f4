package dev.winnow.console;

import dev.winnow.console.rules.FolderRuleBook;
import dev.winnow.console.rules.LiveRules;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.console.tenants.TenantFileBook;
import dev.winnow.service.Published;
import dev.winnow.service.ServiceSettings;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.RuleReloader;
import dev.winnow.yara.Admission;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of a folder and the tenants of a file, which the programs of a small installation share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(Published.NO)
class FilesConfiguration {
    @Bean
    RuleReloader ruleFeed(@Value("${winnow.rules.folder:rules.d}") Path folder) {
        return RuleReloader.start(new RuleFolder(folder, new Admission()));
    }

    @Bean
    LiveRules liveRules(RuleReloader feed, @Value("${winnow.rules.folder:rules.d}") Path folder) {
        return new LiveRules(feed, new FolderRuleBook(folder));
    }

    @Bean
    TenantBook tenantBook(ServiceSettings settings) {
        return new TenantFileBook(settings.tenants());
    }
}
