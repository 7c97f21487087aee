package org.dariro.gateways.testkit;

import org.dariro.gateways.api.DeliveryReport.Status;

/**
 * A fake carrier that also calls: phones text through it, and it reports on what it took, over the real wire. It can run
 * in a process of its own ({@link CarrierProcess}).
 */
public interface CallingCarrier extends FakeCarrier {

    /**
     * Where the service listens, as it would be entered at the carrier's console. A carrier that is called by the service
     * only, as an SMSC, has no use for it.
     *
     * @param publicUrl without a trailing slash
     * @param account the account's id at the service
     */
    void callsAt(String publicUrl, String account);

    /** How it reports from now on. Reports are made in the background; a call that is not answered 2xx is repeated. */
    void reports(Reports how);

    /** Reports once on a message that it took. */
    void report(String carrierId, Status status);

    /**
     * A phone texts a line.
     *
     * @param id the carrier's id of the text; the same again is the same text
     * @return whether the service took it
     */
    boolean text(String id, String from, String to, String text);
}
