package org.dariro.platform;

import java.util.HexFormat;

/**
 * Where the chain of the audit trail ends. Whoever keeps it outside can later tell whether all up to here is still there.
 *
 * @param seq the place of the last row; 0 when there is none
 * @param link its link; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record AuditHead(long seq, byte[] link) {

    /** {@code 1234:9f86d081...}: to be noted outside. */
    public String text() {
        return seq + ":" + HexFormat.of().formatHex(link);
    }
}
