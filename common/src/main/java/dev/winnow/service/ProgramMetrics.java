package dev.winnow.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * The place of a program's metrics: a registry of its own, or one that several programs of a process share, so that one page shows all.
 * Any thread.
 *
 * @param shared the shared registry; null for one of the program's own
 */
public record ProgramMetrics(@Nullable PrometheusMeterRegistry shared) {
    /** A registry that belongs to the program alone. */
    public static final ProgramMetrics OWN = new ProgramMetrics(null);

    /** A new registry to share; Spring Boot closes it with the first of its programs that stops, and later records have no effect. */
    public static ProgramMetrics newShared() {
        return new ProgramMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** Adds a value of the process itself to a shared registry. */
    public void addGauge(String name, String unit, String description, Supplier<Number> value) {
        if (shared != null) {
            Gauge.builder(name, value).baseUnit(unit).description(description).register(shared);
        }
    }

    /** Registers the shared registry in place of Spring Boot's, as a bean that Spring Boot adds the meters of JVM and server to. */
    public void addTo(ConfigurableListableBeanFactory beans) {
        PrometheusMeterRegistry registry = shared;
        if (registry != null && beans instanceof BeanDefinitionRegistry definitions) {
            RootBeanDefinition bean = new RootBeanDefinition(PrometheusMeterRegistry.class, () -> registry);
            bean.setDestroyMethodName("");
            definitions.registerBeanDefinition("prometheusMeterRegistry", bean);
            beans.registerSingleton("prometheusRegistry", registry.getPrometheusRegistry());
        }
    }
}
