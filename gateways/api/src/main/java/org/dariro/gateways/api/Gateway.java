package org.dariro.gateways.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.RoutesBuilder;

/**
 * One account at one carrier. A gateway only translates: it parses what the carrier calls into values, and puts a
 * {@link Batch} on the carrier's wire. It stores nothing, decides nothing and logs no number or text; the service does.
 *
 * <p>Life: created once per configured account by a {@link GatewayFactory}; its {@link #routes} join the service's Camel
 * context; {@link #send} is called from several threads at once; {@link #close} ends it.
 */
public interface Gateway extends AutoCloseable {

    /** What this account can do; constant for the life of the gateway. */
    Capabilities capabilities();

    /**
     * The inbound side: Camel routes from {@link GatewayAccount#http} to the {@link Inlet}s. Extend
     * {@link CarrierRoutes}, which gives every carrier the same answers to bad and forged calls.
     */
    RoutesBuilder routes();

    /**
     * Puts one text on the wire for up to {@link Capabilities#maxRecipients} recipients, once. A gateway never repeats a
     * request by itself: whenever the carrier may have taken the message and the answer was lost or unreadable, the
     * outcome is {@link Outcome.Unknown}.
     *
     * @return one outcome for each recipient, in the order of {@link Batch#recipients}
     */
    List<Outcome> send(Batch batch);

    /**
     * Asks the carrier what became of a message: one whose answer was lost, or one whose charge it tells only now.
     *
     * @param isAnothers tells of a carrier's id that it belongs to another message of ours, which a carrier without our
     *     reference may show beside this one
     * @return empty when the carrier cannot be asked or does not answer; {@link LookUp.NotFound} only when the carrier is
     *     sure that it never took the message
     */
    default Optional<LookUp> lookUp(Sent sent, Predicate<String> isAnothers) {
        return Optional.empty();
    }

    /** The state of the session with the carrier; empty where every request stands for itself, as over HTTP. */
    default Optional<Connection> connection() {
        return Optional.empty();
    }

    /** Asks the carrier what is left on the account; empty when it cannot be asked or does not answer. */
    default Optional<Money> balance() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
