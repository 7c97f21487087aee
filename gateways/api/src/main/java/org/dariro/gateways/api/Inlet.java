package org.dariro.gateways.api;

/**
 * The service's Camel endpoints on which gateways hand values over. Each returns only after the value and all that
 * follows from it is committed to disk; an exception means that nothing was taken, and the carrier must be answered with
 * an error so that it calls again.
 */
public final class Inlet {
    private Inlet() {}

    /** Takes {@link InboundSms}. */
    public static final String SMS = "direct:inlet-sms";

    /** Takes {@link InboundPart}: kept until the whole text is there, which is then taken as an {@link InboundSms}. */
    public static final String PART = "direct:inlet-part";

    /** Takes {@link UssdRequest}, gives {@link UssdReply}. */
    public static final String USSD = "direct:inlet-ussd";

    /** Takes {@link DeliveryReport}. */
    public static final String RECEIPT = "direct:inlet-receipt";

    /** Takes {@link OptOut}. */
    public static final String OPT_OUT = "direct:inlet-opt-out";

    /** Takes {@link UssdEnd}. */
    public static final String USSD_END = "direct:inlet-ussd-end";
}
