package dev.winnow.console.pages;

import dev.winnow.console.access.CurrentOperator;
import dev.winnow.console.now.NowFigures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Templates and assets. All of them are in the program: no page asks another server for anything. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {
    private static final String OURS = "classpath:/dev/winnow/console/static/";
    private static final Duration ASSET_LIFE = Duration.ofHours(1);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentOperator());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl cache = CacheControl.maxAge(ASSET_LIFE).cachePrivate();
        for (String library : List.of("htmx.org", "htmx-ext-sse", "uplot")) {
            registry.addResourceHandler("/assets/" + library + "/**")
                    .addResourceLocations(locationOf(library))
                    .setCacheControl(cache);
        }
        registry.addResourceHandler("/assets/**").addResourceLocations(OURS).setCacheControl(CacheControl.noCache());
    }

    @Bean
    SpringTemplateEngine templateEngine(ApplicationContext context) {
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(context);
        templates.setPrefix("classpath:/dev/winnow/console/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }

    @Bean
    LiveFigures liveFigures(NowFigures figures, SpringTemplateEngine templates) {
        return new LiveFigures(figures, templates);
    }

    @Bean
    ThymeleafViewResolver viewResolver(SpringTemplateEngine engine) {
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    /** The folder of a WebJar, whose version stands in its own description. */
    private static String locationOf(String library) {
        String description = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        try (InputStream in = WebConfiguration.class.getResourceAsStream(description)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the WebJar " + library + " is missing from the class path; build again");
            }
            Properties properties = new Properties();
            properties.load(in);
            return "classpath:/META-INF/resources/webjars/" + library + "/" + properties.getProperty("version") + "/";
        } catch (IOException e) {
            throw new UncheckedIOException("the WebJar " + library + " cannot be read", e);
        }
    }
}
