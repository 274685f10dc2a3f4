package dev.winnow.ingest.web;

import dev.winnow.tenant.TenantDirectory;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The list of what every request passes through, outermost first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestSettings.class, ThrottleSettings.class})
@Import(ProblemAdvice.class)
public class WebConfiguration {
    /** Where the hot route stands: behind everything listed here. */
    public static final int LAST = 100;

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
    FilterRegistrationBean<Filter> responseHeaders() {
        return inOrder(10, new ResponseHeadersFilter());
    }

    @Bean
    FilterRegistrationBean<Filter> heartbeat() {
        return inOrder(20, new HeartbeatFilter());
    }

    @Bean
    FilterRegistrationBean<Filter> problems() {
        return inOrder(30, new ProblemFilter());
    }

    @Bean
    FilterRegistrationBean<Filter> requestDeadline(RequestSettings settings) {
        return inOrder(35, new RequestDeadlineFilter(settings.timeout()));
    }

    @Bean
    FilterRegistrationBean<Filter> authentication(TenantDirectory tenants) {
        return inOrder(40, new AuthenticationFilter(tenants));
    }

    @Bean
    FilterRegistrationBean<Filter> requestBody(RequestSettings settings) {
        return inOrder(50, new RequestBodyFilter(settings));
    }

    @Bean
    FilterRegistrationBean<Filter> throttle(ThrottleSettings settings) {
        return inOrder(60, new ThrottleFilter(settings));
    }

    /** A filter for every path at this place in the list. */
    public static FilterRegistrationBean<Filter> inOrder(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
