package dev.winnow.ingest.web;

import dev.winnow.tenant.TenantDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The list of what every request passes through, outermost first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestSettings.class, ThrottleSettings.class})
@Import(ProblemAdvice.class)
public class WebConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container() {
        return tomcat -> {
            tomcat.addEngineValves(new ClientConnection.Valve());
            tomcat.setProtocol(SmallBufferProtocol.class.getName());
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
        };
    }

    @Bean
    FilterRegistrationBean<Filter> pipeline(
            MeterRegistry registry, RequestSettings requests, ThrottleSettings throttle, TenantDirectory tenants) {
        return inOrder(
                1,
                new FilterPipeline(
                        new RequestTimer(registry),
                        new ResponseHeadersFilter(),
                        new HeartbeatFilter(),
                        new ProblemFilter(),
                        new RequestDeadlineFilter(requests.timeout()),
                        new AuthenticationFilter(tenants),
                        new RequestBodyFilter(requests),
                        new ThrottleFilter(throttle)));
    }

    /** A servlet's stand-in for one path: behind the pipeline, before Spring's own filters and its dispatcher. */
    public static FilterRegistrationBean<Filter> hotRoute(String path, Filter route) {
        FilterRegistrationBean<Filter> registration = inOrder(2, route);
        registration.addUrlPatterns(path);
        return registration;
    }

    private static FilterRegistrationBean<Filter> inOrder(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
        return registration;
    }
}
