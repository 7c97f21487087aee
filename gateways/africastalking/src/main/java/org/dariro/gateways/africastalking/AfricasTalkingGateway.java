package org.dariro.gateways.africastalking;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Outcome;

/**
 * One account at Africa's Talking. It cannot be asked what became of a message: the carrier has no such call, and takes no
 * reference of ours.
 */
final class AfricasTalkingGateway implements Gateway {
    private static final int MOST_SEGMENTS = 10;

    private final AfricasTalkingSettings settings;
    private final SendRequest request;
    private final AfricasTalkingHttp http;
    private final AfricasTalkingRoutes routes;

    AfricasTalkingGateway(GatewayAccount account, AfricasTalkingSettings settings) {
        this.settings = settings;
        this.request = new SendRequest(settings);
        this.http = new AfricasTalkingHttp(settings);
        this.routes = new AfricasTalkingRoutes(account, settings.callers());
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                settings.maxRecipients(),
                true,
                MOST_SEGMENTS,
                true,
                true,
                false,
                Charging.TOLD,
                settings.connections());
    }

    @Override
    public RoutesBuilder routes() {
        return routes;
    }

    @Override
    public List<Outcome> send(Batch batch) {
        try {
            return SendAnswer.outcomes(
                    batch, http.post(settings.sendPath(), request.contentType(), request.body(batch)));
        } catch (AfricasTalkingHttp.NotSent e) {
            return all(batch, new Outcome.RetryLater("NO_CONNECTION"));
        } catch (IOException e) {
            return all(batch, new Outcome.Unknown("NO_ANSWER"));
        }
    }

    @Override
    public Optional<Money> balance() {
        String user = URLEncoder.encode(settings.username(), StandardCharsets.UTF_8);
        try {
            return Cost.balance(http.get("/version1/user?username=" + user));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }

    static List<Outcome> all(Batch batch, Outcome outcome) {
        return Collections.nCopies(batch.recipients().size(), outcome);
    }
}
