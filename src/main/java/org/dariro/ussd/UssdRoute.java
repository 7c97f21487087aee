package org.dariro.ussd;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.UssdEnd;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Database;
import org.dariro.spend.Charges;

/** The way of a dialled hop: taken, committed, answered with the next screen. */
@Dependent
public class UssdRoute extends RouteBuilder {
    private final Sessions sessions;
    private final Database database;
    private final Charges charges;

    @Inject
    public UssdRoute(Sessions sessions, Database database, Charges charges) {
        this.sessions = sessions;
        this.database = database;
        this.charges = charges;
    }

    @Override
    public void configure() {
        from(Inlet.USSD)
                .routeId("ussd")
                .errorHandler(noErrorHandler()) // the gateway's route answers the carrier
                .process(exchange -> exchange.getMessage()
                        .setBody(sessions.answer(exchange.getMessage().getBody(UssdRequest.class))));

        from(Inlet.USSD_END)
                .routeId("ussd-end")
                .errorHandler(noErrorHandler())
                .process(exchange -> end(exchange.getMessage().getBody(UssdEnd.class)));
    }

    /** A session that ended early is resumed when the person dials again; what it cost is booked. */
    private void end(UssdEnd end) {
        end.charge()
                .ifPresent(cost -> database.useTransaction(
                        tx -> charges.session(tx, end.account(), CarrierIds.kept(end.sessionId()), cost)));
    }
}
