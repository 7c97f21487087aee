package org.dariro.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.dariro.delivery.Dispatch;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Database;
import org.dariro.platform.Work;
import org.dariro.safeguarding.lexicon.Keeper;
import org.dariro.safeguarding.opinion.StatisticalOpinion;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every Camel route runs and the database answers; names each route that does not run. */
@Readiness
@ApplicationScoped
public class RouteHealth implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    CamelRuntime camel;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Dispatch dispatch;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Work work;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SecondOpinion second;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Keeper lexicons;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("dariro");
        CamelContext context = camel.context();
        boolean up = camel.isRunning() && database.answers();
        for (Route route : List.copyOf(context.getRoutes())) {
            ServiceStatus status = context.getRouteController().getRouteStatus(route.getRouteId());
            response.withData("route " + route.getRouteId(), String.valueOf(status));
            up &= status == ServiceStatus.Started || (!route.isAutoStartup() && !work.isThreaded());
        }
        dispatch.inside()
                .forEach((account, parcels) -> response.withData("in lanes of " + account, parcels.longValue()));
        response.withData("second opinion", StatisticalOpinion.state(second)); // screening works without it
        response.withData("lexicons", lexicons.current().version());
        if (!lexicons.notUsed().isEmpty()) { // screening works with what was used before
            response.withData("lexicons not used", String.valueOf(lexicons.notUsed()));
        }
        return response.status(up).build();
    }
}
