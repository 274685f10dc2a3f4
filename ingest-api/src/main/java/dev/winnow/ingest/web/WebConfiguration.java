package dev.winnow.ingest.web;

import dev.winnow.ingest.tomcat.BodyBudget;
import dev.winnow.ingest.tomcat.BoundedProtocol;
import dev.winnow.ingest.tomcat.ClientConnection;
import dev.winnow.ingest.tomcat.ConnectionLimit;
import dev.winnow.ingest.tomcat.ProblemReportValve;
import dev.winnow.tenant.TenantDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The steps that every request passes through, outermost first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestSettings.class, ThrottleSettings.class})
@Import(ProblemAdvice.class)
public class WebConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(HotRoute hot, Environment environment) {
        return tomcat -> {
            tomcat.addEngineValves(hot, new ClientConnection.Valve());
            tomcat.setProtocol(BoundedProtocol.class.getName());
            tomcat.addConnectorCustomizers(connector -> {
                connector.setAllowTrace(
                        true); // No route takes it: RouteFilter refuses it with the methods of its path.
                if (environment.getProperty("server.tomcat.max-connections") == null) {
                    connector.setProperty("maxConnections", String.valueOf(ConnectionLimit.ofHeap()));
                }
            });
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
        };
    }

    @Bean
    FilterPipeline pipeline(
            MeterRegistry registry,
            RequestSettings requests,
            ThrottleSettings throttle,
            TenantDirectory tenants,
            RouteTable routes) {
        return new FilterPipeline(
                new RequestTimer(registry),
                new HeartbeatFilter(),
                new ProblemFilter(),
                new ApiRequestFilter(routes, requests.timeout()),
                new AuthenticationFilter(tenants),
                new RequestBodyFilter(requests, BodyBudget.ofHeap()),
                new ThrottleFilter(throttle));
    }

    @Bean
    WebMvcConfigurer apiRequestArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ApiRequestResolver());
            }
        };
    }

    @Bean
    FilterRegistrationBean<Filter> pipelineForAll(FilterPipeline pipeline) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(pipeline);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> lastStepBeforeSpring() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new RouteFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
