package org.dariro.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The figures that operators watch, as Prometheus reads them. No label ever holds a number, a text or a name. */
public final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Where counters and timers are made. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All figures in the Prometheus text format. */
    public String scrape() {
        return registry.scrape();
    }
}
