package org.dariro.gateways.smpp;

import java.util.Arrays;
import java.util.Optional;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.ShiftTables;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter;

/** Reads what the SMSC delivers into the values of the gateway API. */
final class Reading {
    private final String account;
    private final SmppSettings settings;
    private final Receipt receipts;

    Reading(String account, SmppSettings settings) {
        this.account = account;
        this.settings = settings;
        this.receipts = new Receipt(account, settings.ids());
    }

    /**
     * What a delivery is: a {@link org.dariro.gateways.api.DeliveryReport}, an {@link InboundPart} or an
     * {@link InboundSms}; empty for a receipt that says nothing.
     */
    Optional<Object> read(Delivery delivery) {
        AbstractSmCommand message = delivery.message();
        if (Receipt.is(message)) {
            return receipts.read(message, delivery.body()).map(Object.class::cast);
        }
        byte[] body = delivery.body();
        int header = message.isUdhi() ? PartOf.headerLength(body) : 0;
        Optional<PartOf> part =
                (header > 0 ? PartOf.byHeader(body) : Optional.<PartOf>empty()).or(() -> PartOf.byParameters(message));
        String text = text(
                Arrays.copyOf(body, header),
                Arrays.copyOfRange(body, header, body.length),
                message.getDataCoding() & 0xff);
        String from = settings.addresses().read(message.getSourceAddrTon(), nonNull(message.getSourceAddr()));
        String to = settings.addresses().read(message.getDestAddrTon(), nonNull(message.getDestAddress()));
        return Optional.of(part.<Object>map(of -> new InboundPart(
                        account, from, to, Integer.toString(of.reference()), of.total(), of.number(), text))
                .orElseGet(() -> new InboundSms(account, id(message).orElse(delivery.id()), from, to, text)));
    }

    private String text(byte[] header, byte[] body, int dataCoding) {
        ShiftTables tables = ShiftTables.named(header);
        return dataCoding == 0 && tables.count() > 0
                ? tables.decode(body)
                : settings.alphabet().decode(body, dataCoding);
    }

    /** The SMSC's own id of a text, where it sends one. */
    private Optional<String> id(AbstractSmCommand message) {
        return settings.messageIdTag()
                .map(message::getOptionalParameter)
                .filter(OptionalParameter.OctetString.class::isInstance)
                .map(parameter -> Receipt.cString(((OptionalParameter.OctetString) parameter).getValue()))
                .filter(id -> !id.isEmpty());
    }

    static String nonNull(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
