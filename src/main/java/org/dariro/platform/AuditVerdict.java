package org.dariro.platform;

import java.util.Optional;

/**
 * What reading the whole audit trail showed.
 *
 * @param sealed how many rows, from the first, are as they were written and in their places
 * @param unsealed how many rows have no place yet; they are moments old, unless sealing has stopped
 * @param head the place and link of the last good row, to be noted outside
 * @param bad the first row that is not as it was written
 */
public record AuditVerdict(long sealed, int unsealed, String head, Optional<BadRow> bad) {

    /**
     * A row that was changed, removed, moved or put in.
     *
     * @param seq its place in the chain; 0 when it has none
     * @param id its id; 0 when it is gone
     * @param what what is wrong, to be read after "row 17"
     */
    public record BadRow(long seq, long id, String what) {}
}
