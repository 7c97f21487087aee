package org.dariro.gateways.smpp;

import org.jsmpp.bean.AbstractSmCommand;

/**
 * What the SMSC delivers: a deliver_sm, or the data_sm that some use for receipts.
 *
 * @param body its short_message or message_payload
 * @param id what it goes by if it is a whole text and the SMSC does not name it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Delivery(AbstractSmCommand message, byte[] body, String id) {

    /** Masked: no number and no text. */
    @Override
    public String toString() {
        return "Delivery[" + body.length + " bytes]";
    }
}
