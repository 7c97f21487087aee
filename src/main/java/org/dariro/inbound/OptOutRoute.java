package org.dariro.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.delivery.OptOuts;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.OptOut;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Numbers;
import org.dariro.platform.Database;

/** The way of an opt-out that a carrier tells of: the same as a STOP to everything, on disk before the carrier is answered. */
@Dependent
public class OptOutRoute extends RouteBuilder {
    private final Database database;
    private final Members members;
    private final OptOuts optOuts;

    @Inject
    public OptOutRoute(Database database, Members members, OptOuts optOuts) {
        this.database = database;
        this.members = members;
        this.optOuts = optOuts;
    }

    @Override
    public void configure() {
        from(Inlet.OPT_OUT)
                .routeId("opt-out")
                .errorHandler(noErrorHandler()) // the gateway's route answers the carrier
                .process(exchange -> take(exchange.getMessage().getBody(OptOut.class)));
    }

    /** Somebody who never wrote to us has nothing to stop. */
    private void take(OptOut optOut) {
        database.useTransaction(tx -> {
            Optional<Member> member = Numbers.possible(optOut.from()).flatMap(number -> members.find(tx, number));
            member.ifPresent(known -> optOuts.carrierBlocks(tx, known.id()));
        });
    }
}
