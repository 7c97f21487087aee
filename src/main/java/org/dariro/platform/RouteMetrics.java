package org.dariro.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/** Counts and times what goes through one route: {@code dariro_route_seconds} and {@code dariro_route_failures_total}. */
final class RouteMetrics extends RoutePolicySupport {
    private final Timer timer;
    private final Counter failures;

    RouteMetrics(String routeId, Metrics metrics) {
        timer = metrics.registry().timer("dariro.route", "route", routeId);
        failures = metrics.registry().counter("dariro.route.failures", "route", routeId);
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        timer.record(System.currentTimeMillis() - exchange.getClock().getCreated(), TimeUnit.MILLISECONDS);
        if (exchange.isFailed()) {
            failures.increment();
        }
    }
}
