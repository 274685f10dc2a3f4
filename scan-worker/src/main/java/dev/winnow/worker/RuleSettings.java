package dev.winnow.worker;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where rules come from besides the bundled pack.
 *
 * @param folder {@code .yar} files that are added to the bundled pack, or replace its files of the same name; watched for changes
 */
@ConfigurationProperties("winnow.rules")
public record RuleSettings(@DefaultValue("rules.d") Path folder) {}
