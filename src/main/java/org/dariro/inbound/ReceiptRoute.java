package org.dariro.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.delivery.Receipts;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.Inlet;
import org.dariro.platform.Work;

/** The way of a receipt: gathered with others into one transaction, on disk before the carrier is answered. */
@Dependent
public class ReceiptRoute extends RouteBuilder {
    private final Gatherer<DeliveryReport> reports;

    @Inject
    public ReceiptRoute(Receipts receipts, Work work) {
        reports = new Gatherer<>("receipts", work, report -> report.carrierId() + report.status(), receipts::take);
    }

    @Override
    public void configure() {
        from(Inlet.RECEIPT)
                .routeId("receipt")
                .errorHandler(noErrorHandler()) // the gateway's route answers the carrier
                .process(exchange -> reports.take(exchange.getMessage().getBody(DeliveryReport.class)));
    }
}
