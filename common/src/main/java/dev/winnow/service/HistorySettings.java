package dev.winnow.service;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a fleet keeps the texts of tenants that consent. On one machine they are in the file {@code history.db} of the data folder.
 *
 * @param bucket the S3 bucket, which should encrypt and must not keep old versions; empty to keep no texts
 */
@ConfigurationProperties("winnow.history")
public record HistorySettings(@DefaultValue("") String bucket) {}
