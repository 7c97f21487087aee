package org.dariro.gateways.testkit;

import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.Msisdn;

/**
 * The other end of a gateway's wire, in the hands of the contract. Opened afresh for every fact, and closed after it;
 * called from several threads at once.
 */
public interface FakeCarrier extends AutoCloseable {

    /** How long a gateway under test waits for an answer at most, in milliseconds; set by {@link #settings}. */
    int PATIENCE_MS = 1_000;

    /** How a carrier treats the requests to come. */
    enum Behaviour {
        /** Takes every message; the state at the start. */
        ACCEPT,
        /** Refuses every recipient for good. */
        REFUSE,
        /** Says that requests come too fast, and takes nothing. */
        THROTTLE,
        /** Cannot be reached, or fails before it takes anything. */
        FAIL_BEFORE_TAKING,
        /** Takes the request, and the answer never arrives. */
        LOSE_ANSWER,
        /** Takes the request and answers with an error of its own, as a 5xx after sending. */
        BREAK,
        /** Takes the request and answers with something that no gateway can read, a page of HTML say. */
        GARBAGE,
        /** Cuts the connection after the request was read, and takes nothing; a gateway cannot tell it from the others. */
        RESET,
        /** Takes the request and answers later than the gateway waits ({@link #PATIENCE_MS}). */
        SLOW
    }

    /**
     * One message as it stood on the wire, put together again where the wire carries it in parts.
     *
     * @param ids every id given for it, in the order of its parts
     * @param reference our reference, empty when this wire does not carry it
     */
    record Taken(Msisdn to, String text, List<String> ids, String reference) {
        public Taken {
            ids = List.copyOf(ids);
        }
    }

    /** The account settings that lead a gateway to this carrier, by the last part of their names. */
    Map<String, String> settings();

    /** Called once with the gateway under test, for carriers that are reached through it. */
    default void serves(Gateway gateway) {}

    /** Treats all requests from now on like this. */
    void behave(Behaviour behaviour);

    /** The faults that {@link #faults} draws from. */
    List<Behaviour> FAULTS = List.of(
            Behaviour.THROTTLE,
            Behaviour.LOSE_ANSWER,
            Behaviour.BREAK,
            Behaviour.GARBAGE,
            Behaviour.RESET,
            Behaviour.SLOW);

    /** While it accepts, this share of the requests to send meets one of {@link #FAULTS}, by a fixed series of chance. */
    default void faults(int percent) {
        throw new UnsupportedOperationException("This carrier has no faults by chance");
    }

    /** From now on this number has opted out at the carrier; all others are treated as before. */
    void optOut(Msisdn number);

    /** How many requests to send came over the wire, whatever became of them. */
    int requests();

    /** Every message the carrier took, oldest first. */
    List<Taken> taken();

    @Override
    void close();
}
