package org.dariro.console.api;

import jakarta.inject.Inject;
import java.util.Optional;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Finds the sign-in of whoever holds a caller's token, for what people keep for themselves. */
@Component
public class OwnUser {
    private final Users users;

    @Inject
    public OwnUser(Users users) {
        this.users = users;
    }

    /** Empty for a program's token, and for somebody who does not sign in. */
    Optional<User> of(Transaction tx, Caller caller) {
        return caller.isPerson()
                ? users.all(tx).stream()
                        .filter(user -> !user.ended() && users.actor(tx, user).equals(caller.getName()))
                        .findFirst()
                : Optional.empty();
    }

    /** The same; refuses where there is none. */
    User get(Transaction tx, Caller caller) {
        return of(tx, caller)
                .orElseThrow(() -> Refused.conflict(
                        "Only somebody who signs in to the console keeps anything of their own here."));
    }
}
