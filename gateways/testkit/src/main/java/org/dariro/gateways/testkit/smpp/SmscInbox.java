package org.dariro.gateways.testkit.smpp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.testkit.FakeCarrier.Taken;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;

/** What the SMSC took, put together as the phones show it. */
final class SmscInbox {
    private final List<Taken> whole = new ArrayList<>();
    private final Map<String, TreeMap<Integer, Part>> open = new HashMap<>();

    private record Part(String text, String id) {}

    /** Takes one request under an id. */
    synchronized void take(SubmitSm message, String id) {
        byte[] body = message.getShortMessage() == null ? new byte[0] : message.getShortMessage();
        int reference = 0;
        int total = 1;
        int number = 1;
        if (message.isUdhi()) {
            int end = body[0] + 1;
            boolean wide = body[1] == 8;
            reference = wide ? ((body[3] & 0xff) << 8) | (body[4] & 0xff) : body[3] & 0xff;
            total = body[end - 2] & 0xff;
            number = body[end - 1] & 0xff;
            body = Arrays.copyOfRange(body, end, body.length);
        } else if (message.getOptionalParameter(Tag.SAR_MSG_REF_NUM) != null) {
            reference = ((OptionalParameter.Short) message.getOptionalParameter(Tag.SAR_MSG_REF_NUM)).getValue();
            total = ((OptionalParameter.Byte) message.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS)).getValue();
            number = ((OptionalParameter.Byte) message.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM)).getValue();
        } else if (message.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OptionalParameter.OctetString all) {
            body = all.getValue();
        }
        String text = SmscText.read(body, message.getDataCoding());
        String key = message.getSourceAddr() + "/" + message.getDestAddress() + "/" + reference + "/" + total;
        TreeMap<Integer, Part> parts = open.computeIfAbsent(key, k -> new TreeMap<>());
        parts.put(number, new Part(text, id));
        if (parts.size() == total) {
            open.remove(key);
            StringBuilder all = new StringBuilder();
            parts.values().forEach(part -> all.append(part.text()));
            whole.add(new Taken(
                    Msisdn.of("+" + message.getDestAddress()),
                    all.toString(),
                    parts.values().stream().map(Part::id).toList(),
                    ""));
        }
    }

    /** Every whole message. */
    synchronized List<Taken> taken() {
        return List.copyOf(whole);
    }
}
