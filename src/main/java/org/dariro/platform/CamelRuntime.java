package org.dariro.platform;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultFactoryFinder;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.apache.camel.spi.FactoryFinder;

/**
 * Camel inside the service. camel-cdi does not exist for Camel 4, so this starts it: one context, with the routes of the
 * service and of its gateways, and a count, a time and the failures of each route as metrics.
 */
public final class CamelRuntime implements AutoCloseable {
    private final DefaultCamelContext context;
    private final ProducerTemplate template;
    private final Set<String> endpoints = ConcurrentHashMap.newKeySet();

    public CamelRuntime(Metrics metrics) {
        context = new DefaultCamelContext(false);
        WarClassResolver resolver = new WarClassResolver(context);
        context.setClassResolver(resolver);
        context.getCamelContextExtension()
                .setBootstrapFactoryFinder(new DefaultFactoryFinder(resolver, FactoryFinder.DEFAULT_PATH));
        context.setNameStrategy(new ExplicitCamelContextNameStrategy("dariro"));
        context.setLoadTypeConverters(false);
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(5); // seconds; what is not answered by then, the carrier repeats
        context.build();
        context.addRoutePolicyFactory((camel, routeId, route) -> new RouteMetrics(routeId, metrics));
        template = context.createProducerTemplate();
    }

    /** Camel's own threads come from the container. */
    public void useThreads(ThreadFactory threads) {
        context.getCamelContextExtension()
                .addContextPlugin(org.apache.camel.spi.ThreadPoolFactory.class, new ContainerThreads(threads));
    }

    /** Adds routes and starts. */
    public void start(Collection<? extends RoutesBuilder> routes) throws Exception {
        for (RoutesBuilder builder : routes) {
            context.addRoutes(builder);
        }
        context.start();
        context.getRoutes()
                .forEach(route ->
                        endpoints.add(route.getEndpoint().getEndpointUri().replace("://", ":")));
    }

    /** Starts a route that does not start by itself. */
    public void startRoute(String routeId) {
        try {
            context.getRouteController().startRoute(routeId);
        } catch (Exception e) {
            throw new IllegalStateException("The route " + routeId + " did not start", e);
        }
    }

    /** Whether all routes run. */
    public boolean isRunning() {
        return context.isStarted();
    }

    /** The running context. */
    public CamelContext context() {
        return context;
    }

    /**
     * Sends a body through a route and returns what comes out.
     *
     * @throws RuntimeException whatever the route failed with
     */
    public <T> T request(String endpoint, Object body, Class<T> answer) {
        return answer.cast(send(endpoint, body).getMessage().getBody());
    }

    /**
     * Sends a body through a route.
     *
     * @throws RuntimeException whatever the route failed with
     */
    public Exchange send(String endpoint, Object body) {
        Exchange exchange = template.send(endpoint, sent -> sent.getMessage().setBody(body));
        Exception fault = exchange.getException();
        if (fault instanceof RuntimeException runtime) {
            throw runtime;
        } else if (fault != null) {
            throw new IllegalStateException("A route failed", fault);
        }
        return exchange;
    }

    /** Whether there is a route from an endpoint such as {@code direct:gateways/sim/sms}. */
    public boolean hasRoute(String endpoint) {
        return endpoints.contains(endpoint);
    }

    @Override
    public void close() {
        context.stop();
    }
}
