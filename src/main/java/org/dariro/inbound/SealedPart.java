package org.dariro.inbound;

import java.util.List;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.InboundSms;
import org.dariro.platform.Vault;

/**
 * What is sealed of a part: sender, line and words. The words are written in UTF-16 units of four digits, because half a
 * character, whose other half is in the next part, has no UTF-8.
 */
final class SealedPart {
    static final String PLACE = "text-part";

    private SealedPart() {}

    static String write(InboundPart part) {
        StringBuilder units = new StringBuilder();
        part.text().chars().forEach(unit -> units.append("%04x".formatted(unit)));
        return clean(part.from()) + "\0" + clean(part.to()) + "\0" + units;
    }

    private static String clean(String address) {
        return address.replace('\0', ' ');
    }

    /** The text that parts make, with a mark where some are missing. */
    static InboundSms join(String id, List<PartDao.Piece> pieces, Vault vault) {
        StringBuilder text = new StringBuilder();
        String[] first = {"", "", ""};
        int next = 1;
        for (PartDao.Piece piece : pieces) {
            String[] fields = vault.serviceKey().open(piece.sealed(), PLACE).split("\0", -1);
            if (piece.number() > next) {
                text.append(next > 1 ? " " : "").append(Parts.MISSING).append(' ');
            }
            read(fields[2], text);
            first = fields;
            next = piece.number() + 1;
        }
        PartDao.Piece last = pieces.get(pieces.size() - 1);
        if (next <= last.total()) {
            text.append(' ').append(Parts.MISSING);
        }
        return new InboundSms(last.account(), id, first[0], first[1], text.toString());
    }

    private static void read(String units, StringBuilder text) {
        for (int i = 0; i + 4 <= units.length(); i += 4) {
            text.append((char) Integer.parseInt(units, i, i + 4, 16));
        }
    }
}
