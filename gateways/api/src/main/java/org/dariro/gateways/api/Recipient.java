package org.dariro.gateways.api;

/**
 * One addressee of a batch.
 *
 * @param number where the text goes
 * @param reference our own id of this parcel, unique for ever: carriers that echo it in receipts get it on the wire
 */
public record Recipient(Msisdn number, String reference) {}
