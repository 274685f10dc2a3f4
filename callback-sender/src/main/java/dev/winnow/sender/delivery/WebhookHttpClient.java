package dev.winnow.sender.delivery;

import dev.winnow.webhook.ForbiddenUrlException;
import dev.winnow.webhook.UrlPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes calls to strangers: to allowed addresses only, without redirects, cookies, proxies and repetitions, and each one is over after
 * 15 s whatever the receiver does. What it writes is not kept. Any thread; blocks.
 */
final class WebhookHttpClient implements AutoCloseable {
    /** Standard Webhooks 1.0.0 recommends 15 to 30 s. */
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int CONNECTIONS = 2_000;
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final UrlPolicy urls;
    private final Duration timeout;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("callback-deadlines").factory());

    WebhookHttpClient(UrlPolicy urls, DnsResolver names, Duration timeout) {
        this.urls = urls;
        this.timeout = timeout;
        // Else every call that is over would be kept until its deadline.
        deadlines.setRemoveOnCancelPolicy(true);
        Timeout limit = Timeout.of(timeout);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(urls.allowLocal() ? names : new GuardedResolver(names))
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(limit)
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(limit).build())
                .setUserAgent("Winnow-Callbacks")
                .evictIdleConnections(Timeout.ofSeconds(20))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    EndpointAnswer post(URI url, Map<String, String> headers, String body) {
        HttpPost post;
        try {
            post = new HttpPost(urls.check(url.toString()));
        } catch (ForbiddenUrlException e) {
            return new EndpointAnswer.None("the URL " + e.getMessage());
        }
        headers.forEach(post::setHeader);
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        Future<?> deadline = deadlines.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(post), post, null)) {
            drain(response.getEntity(), post);
            return new EndpointAnswer.Status(
                    response.getCode(), RetryAfter.of(response.getFirstHeader("Retry-After"), Instant.now()));
        } catch (IOException | HttpException e) {
            return new EndpointAnswer.None(post.isCancelled() ? "timeout" : why(e));
        } finally {
            deadline.cancel(false);
        }
    }

    /** A short answer is read so that the connection can be used again; a long one is nobody's business. */
    private static void drain(HttpEntity entity, HttpPost post) throws IOException {
        if (entity == null) {
            return;
        }
        try (InputStream content = entity.getContent()) {
            if (content.readNBytes(MAX_ANSWER_BYTES).length == MAX_ANSWER_BYTES) {
                post.cancel();
            }
        }
    }

    private static String why(Exception e) {
        return switch (e) {
            case GuardedResolver.ForbiddenAddressException _ -> "the host resolves to an address that is not public";
            case UnknownHostException _ -> "the host has no address";
            case SocketTimeoutException _ -> "timeout";
            case SSLException _ -> "TLS failed";
            default -> "no answer: " + e.getClass().getSimpleName();
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
