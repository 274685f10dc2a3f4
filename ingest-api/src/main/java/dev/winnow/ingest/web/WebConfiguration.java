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
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(HotRoute hot) {
        return tomcat -> {
            tomcat.addEngineValves(new ResponseHeaders(), hot, new ClientConnection.Valve());
            tomcat.setProtocol(SmallBufferProtocol.class.getName());
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
        };
    }

    @Bean
    FilterPipeline pipeline(
            MeterRegistry registry, RequestSettings requests, ThrottleSettings throttle, TenantDirectory tenants) {
        return new FilterPipeline(
                new RequestTimer(registry),
                new HeartbeatFilter(),
                new ProblemFilter(),
                new RequestDeadlineFilter(requests.timeout()),
                new AuthenticationFilter(tenants),
                new RequestBodyFilter(requests),
                new ThrottleFilter(throttle));
    }

    @Bean
    FilterRegistrationBean<Filter> pipelineForAll(FilterPipeline pipeline) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(pipeline);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
