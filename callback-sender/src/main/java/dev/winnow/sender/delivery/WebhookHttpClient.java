package dev.winnow.sender.delivery;

import dev.winnow.webhook.ForbiddenUrlException;
import dev.winnow.webhook.UrlPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
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
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls the endpoints of tenants: allowed addresses only, without redirects, cookies and proxies. Each call ends after 15 s at the latest,
 * even if the receiver never stops sending. The content of an answer is not kept. Any thread; blocks.
 */
final class WebhookHttpClient implements AutoCloseable {
    /** Standard Webhooks 1.0.0 recommends 15 to 30 s. */
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int CONNECTIONS = 2_000;
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(1);

    private final UrlPolicy urls;
    private final Duration timeout;
    private final CloseableHttpClient client;
    private final CloseableHttpClient freshClient;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    WebhookHttpClient(UrlPolicy urls, DnsResolver names, Duration timeout) {
        this.urls = urls;
        this.timeout = timeout;
        // Without this, every call that is over would be kept until its deadline.
        deadlines.setRemoveOnCancelPolicy(true);
        DnsResolver resolver = urls.allowLocal() ? names : new GuardedResolver(names);
        this.client = newClient(resolver, timeout).build();
        this.freshClient = newClient(resolver, timeout)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .build();
    }

    private static HttpClientBuilder newClient(DnsResolver resolver, Duration timeout) {
        Timeout limit = Timeout.of(timeout);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .responseParserFactory(_ -> new BoundedResponseParser())
                                .build())
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
                .disableAuthCaching();
    }

    EndpointAnswer postBody(URI url, Map<String, String> headers, String body) {
        HttpPost post;
        try {
            post = new HttpPost(urls.checkUrl(url.toString()));
        } catch (ForbiddenUrlException e) {
            return new EndpointAnswer.None("the URL " + e.getMessage());
        }
        headers.forEach(post::setHeader);
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        Future<?> deadline = deadlines.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return callOrRepeat(post);
        } catch (IOException | HttpException e) {
            return new EndpointAnswer.None(post.isCancelled() ? "timeout" : describeFailure(e));
        } finally {
            deadline.cancel(false);
        }
    }

    /**
     * Makes the call, and repeats it once on a new connection if a kept connection turned out to be closed: then the receiver's keep-alive
     * had ended, which is no failure of the receiver. A receiver that had read the call gets the same {@code webhook-id} twice.
     */
    private EndpointAnswer callOrRepeat(HttpPost post) throws IOException, HttpException {
        HttpClientContext context = HttpClientContext.create();
        try {
            return call(client, post, context);
        } catch (NoHttpResponseException | ConnectionClosedException | SocketException e) {
            EndpointDetails connection = context.getEndpointDetails();
            boolean wasKept = connection != null && connection.getRequestCount() > 1;
            if (!wasKept || post.isCancelled()) {
                throw e;
            }
            return call(freshClient, post, HttpClientContext.create());
        }
    }

    private EndpointAnswer call(CloseableHttpClient through, HttpPost post, HttpClientContext context)
            throws IOException, HttpException {
        ClassicHttpResponse response = through.executeOpen(RoutingSupport.determineHost(post), post, context);
        drainBody(response, post);
        return new EndpointAnswer.Status(
                response.getCode(), RetryAfter.parseHeader(response.getFirstHeader("Retry-After"), Instant.now()));
    }

    /** Reads a short body, so that the connection can be used again. A failure here changes nothing: the status alone decides. */
    private void drainBody(ClassicHttpResponse response, HttpPost post) {
        Future<?> end = deadlines.schedule(post::cancel, BODY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try (response) {
            HttpEntity entity = response.getEntity();
            if (entity != null && entity.getContent().readNBytes(MAX_ANSWER_BYTES).length == MAX_ANSWER_BYTES) {
                post.cancel();
            }
        } catch (IOException cutShort) {
            post.cancel();
        } finally {
            end.cancel(false);
        }
    }

    private static String describeFailure(Exception e) {
        return switch (e) {
            case GuardedResolver.ForbiddenAddressException _ -> "the host resolves to an address that is not public";
            case UnknownHostException _ -> "the host has no address";
            case SocketTimeoutException _ -> "timeout";
            case SSLException _ -> "TLS failed";
            case ConnectException _ -> "the host refused the connection";
            case NoHttpResponseException _ -> "the connection was closed before an answer";
            case ConnectionClosedException _ -> "the connection was closed before an answer";
            case SocketException _ -> "the connection was closed before an answer";
            case ProtocolException _ -> "the answer is not valid HTTP";
            case MessageConstraintException _ -> "the answer's headers are too large";
            default -> "the call failed";
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
        freshClient.close();
    }
}
