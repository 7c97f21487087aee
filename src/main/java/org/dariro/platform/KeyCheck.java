package org.dariro.platform;

import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Whether the key file belongs to the database. On the first start the database keeps a keyed hash of a fixed word; a start
 * with other keys ends here, before it could write what nobody can read together with the rest.
 */
@Component
public class KeyCheck {
    private static final String WORD = "the keys of this database";
    private final Database database;
    private final Vault vault;

    @Inject
    public KeyCheck(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Checks the keys.
     *
     * @throws IllegalStateException when the database was written with other keys
     */
    public void check() {
        byte[] mark = vault.hash(WORD);
        byte[] kept = database.inTransaction(tx -> {
            byte[] found = tx.query("select mark from key_marks where id = 1")
                    .mapTo(byte[].class)
                    .findOne()
                    .orElse(mark);
            if (found == mark) {
                tx.update("insert into key_marks (id, mark) values (1, ?)", mark);
            }
            return found;
        });
        if (!Arrays.equals(kept, mark)) {
            throw new IllegalStateException("The key file is not the one that this database was written with."
                    + " Put the right one in DARIRO_HOME/keys/master.json, or name it in DARIRO_KEY_FILE.");
        }
    }
}
