package org.dariro.gateways.simulator;

import java.util.Set;
import org.dariro.gateways.api.Msisdn;

/**
 * How the simulated carrier and its air behave, set at run time. Percentages run from 0 to 100.
 *
 * @param latencyMs how long the carrier takes to answer a request, 0 to 60,000
 * @param lossPct texts taken that never reach the phone; their receipts say failed
 * @param throttlePct requests answered "too fast"
 * @param retryLaterPct requests that fail before anything is taken
 * @param refusePct recipients refused for good
 * @param optedOut numbers that the carrier blocks by their own wish
 * @param unknownPct requests whose answer is lost; every second of them was taken
 * @param receipts whether there are receipts at all
 * @param duplicateReceipts whether each comes twice
 * @param earlyReceipts whether they come before the answer to the request
 * @param lateReceiptsMs how long after the answer they come, 0 to 3,600,000
 */
record Conditions(
        int latencyMs,
        int lossPct,
        int throttlePct,
        int retryLaterPct,
        int refusePct,
        Set<Msisdn> optedOut,
        int unknownPct,
        boolean receipts,
        boolean duplicateReceipts,
        boolean earlyReceipts,
        int lateReceiptsMs) {

    /** A carrier without a fault. */
    static final Conditions FAIR = new Conditions(0, 0, 0, 0, 0, Set.of(), 0, true, false, false, 0);

    Conditions {
        optedOut = Set.copyOf(optedOut);
    }
}
