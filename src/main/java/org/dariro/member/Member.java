package org.dariro.member;

import java.util.Optional;
import org.dariro.gateways.api.Msisdn;
import org.dariro.platform.DataKey;

/**
 * A person we know by number: one that was enrolled, or that ever wrote to us.
 *
 * <p>Life: registered at the first text or enrolment, belongs to any number of groups by a membership in each, may stop
 * everything and start again. What a member wrote is sealed with {@link #key}, which dies with the member.
 *
 * @param language of the templates: {@code en}, {@code sn}
 * @param stopped whether STOP ALL holds: nothing is sent but the answer to STOP and HELP
 * @param network where staff say that the number is, because it was ported; empty to go by its prefix
 */
public record Member(long id, Msisdn number, DataKey key, String language, boolean stopped, Optional<Network> network) {
    Member withLanguage(String changed) {
        return new Member(id, number, key, changed, stopped, network);
    }

    Member withStopped(boolean changed) {
        return new Member(id, number, key, language, changed, network);
    }

    Member withNetwork(Optional<Network> changed) {
        return new Member(id, number, key, language, stopped, changed);
    }
}
