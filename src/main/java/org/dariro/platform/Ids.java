package org.dariro.platform;

import jakarta.inject.Inject;

/** Numbers for new rows, rising on this node, unique over all nodes: taken from one sequence in blocks of 1,000. */
@Component
public class Ids {
    private static final int BLOCK = 1_000;
    private final Database database;
    private long next;
    private long end;

    @Inject
    public Ids(Database database) {
        this.database = database;
    }

    /** The next id. */
    public synchronized long next() {
        if (next == end) {
            next = database.nextval("ids");
            end = next + BLOCK;
        }
        return next++;
    }
}
