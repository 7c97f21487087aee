package org.dariro.ussd;

import java.util.Optional;
import org.dariro.conversation.Speaker;
import org.dariro.platform.Transaction;

/** The questions about how members are, as the screens ask them. */
public interface Questions {
    /** The key in the templates of the question that somebody has not answered in their place; empty when there is none. */
    Optional<String> open(Transaction tx, Speaker speaker);

    /**
     * Takes an answer.
     *
     * @param digit 1 to 5
     * @return the key of the words to thank with; empty when the question is open no more
     */
    Optional<String> answer(Transaction tx, Speaker speaker, int digit);
}
