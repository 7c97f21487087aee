package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.testkit.smpp.LongTexts;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PartsInTest {

    @ParameterizedTest
    @EnumSource(
            value = LongTexts.class,
            names = {"UDH8", "UDH16", "SAR"})
    void partsAreHandedOverAsTheyCome(LongTexts how) throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            var phones = wired.smsc.phones();
            phones.longTexts(how);
            assertEquals(0, phones.part(Wired.THANDI, Wired.LINE, 200, 3, 3, " [€]"));
            assertEquals(0, phones.part(Wired.THANDI, Wired.LINE, 200, 3, 1, "Ndatenda ♥"));
            assertEquals(
                    List.of(
                            new InboundPart("tel", Wired.THANDI, Wired.LINE, "200", 3, 3, " [€]"),
                            new InboundPart("tel", Wired.THANDI, Wired.LINE, "200", 3, 1, "Ndatenda ♥")),
                    wired.inlets.parts());
        }
    }

    @Test
    void aLongTextInOnePayloadIsOneText() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            String text = "I want to tell you all of it. ".repeat(20);
            wired.smsc.phones().longTexts(LongTexts.PAYLOAD);
            wired.smsc.text("mo-1", Wired.THANDI, Wired.LINE, text);
            assertEquals(List.of(new InboundSms("tel", "mo-1", Wired.THANDI, Wired.LINE, text)), wired.inlets.texts());
        }
    }

    @Test
    void aPartThatCouldNotBeStoredIsAnsweredSoThatItComesAgain() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            wired.inlets.fail();
            assertEquals(
                    SMPPConstant.STAT_ESME_RX_T_APPN,
                    wired.smsc.phones().part(Wired.THANDI, Wired.LINE, 1, 2, 1, "hello"));
        }
    }

    @Test
    void headersThatMakeNoSenseLoseNoWords() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            var phones = wired.smsc.phones();
            phones.deliver(Wired.THANDI, Wired.LINE, 0x40, 0, bytes(5, 0, 3, 1, 1, 1, 'o', 'n', 'e')); // 1 of 1
            phones.deliver(Wired.THANDI, Wired.LINE, 0x40, 0, bytes(5, 0, 3, 1, 2, 3, 't', 'w', 'o')); // 3 of 2
            phones.deliver(Wired.THANDI, Wired.LINE, 0x40, 0, bytes(3, 5, 1, 9, 'p', 'o', 'r', 't')); // not of parts
            phones.deliver(Wired.THANDI, Wired.LINE, 0x40, 0, bytes(120, 'H', 'i')); // longer than the message
            assertEquals(
                    List.of("one", "two", "port", "xHi"),
                    wired.inlets.texts().stream().map(InboundSms::text).toList());
        }
    }

    @Test
    void textsAreReadByTheirCoding() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            var phones = wired.smsc.phones();
            byte[] euro = bytes(0x1b, 0x65, 0, 0x11);
            byte[] ucs2 = "ŋ♥".getBytes(StandardCharsets.UTF_16BE);
            phones.deliver(Wired.THANDI, Wired.LINE, 0, 0x00, euro);
            phones.deliver(Wired.THANDI, Wired.LINE, 0, 0xf1, euro);
            phones.deliver(Wired.THANDI, Wired.LINE, 0, 0x03, "é@".getBytes(StandardCharsets.ISO_8859_1));
            phones.deliver(Wired.THANDI, Wired.LINE, 0, 0x08, ucs2);
            phones.deliver(Wired.THANDI, Wired.LINE, 0, 0x18, ucs2);
            phones.deliver(Wired.THANDI, Wired.LINE, 0, 0xe0, ucs2);
            assertEquals(
                    List.of("€@_", "€@_", "é@", "ŋ♥", "ŋ♥", "ŋ♥"),
                    wired.inlets.texts().stream().map(InboundSms::text).toList());
        }
    }

    @Test
    void anSmscOfLatin1IsWrittenAndReadInLatin1() throws Exception {
        try (Wired wired = Wired.started(Map.of("ALPHABET", "latin1"))) {
            wired.smsc.phones().deliver(Wired.THANDI, Wired.LINE, 0, 0, "é@_".getBytes(StandardCharsets.ISO_8859_1));
            assertEquals("é@_", wired.inlets.texts().get(0).text());
        }
    }

    @Test
    void aTextThatLooksLikeAReceiptIsAText() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            wired.smsc.text("mo-1", Wired.THANDI, Wired.LINE, "id:1000001 stat:DELIVRD err:000");
            assertEquals(1, wired.inlets.texts().size());
            assertEquals(List.of(), wired.inlets.reports());
        }
    }

    @Test
    void aReceiptWithoutAKnownStateIsAnsweredAndSaysNothing() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            byte[] unknown = "id:1 stat:UNKNOWN err:000".getBytes(StandardCharsets.US_ASCII);
            assertEquals(0, wired.smsc.phones().deliver(Wired.THANDI, Wired.LINE, 0x04, 0, unknown));
            assertEquals(0, wired.smsc.phones().deliver(Wired.THANDI, Wired.LINE, 0x04, 0, new byte[0]));
            assertEquals(List.of(), wired.inlets.reports());
        }
    }

    @Test
    void aReceiptInParametersAloneIsKnownEvenWithoutItsClass() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            wired.smsc
                    .phones()
                    .deliver(
                            Wired.THANDI,
                            Wired.LINE,
                            0,
                            0,
                            new byte[0],
                            new OptionalParameter.Receipted_message_id("77"),
                            new OptionalParameter.Message_state((byte) 5));
            assertEquals("77", wired.inlets.reports().get(0).carrierId());
            assertEquals("UNDELIV", wired.inlets.reports().get(0).code().orElseThrow());
        }
    }

    @Test
    void theSameWordsTwiceAreTwoTextsUnlessTheAnswerWasLost() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            var phones = wired.smsc.phones();
            phones.text("", Wired.THANDI, Wired.LINE, "STOP");
            phones.text("", Wired.THANDI, Wired.LINE, "STOP");
            wired.smsc.cut();
            wired.smsc.phones().text("", Wired.THANDI, Wired.LINE, "STOP");
            List<String> ids =
                    wired.inlets.texts().stream().map(InboundSms::carrierId).toList();
            assertEquals(3, ids.size());
            assertNotEquals(ids.get(0), ids.get(1));
            assertEquals(ids.get(1), ids.get(2));
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
