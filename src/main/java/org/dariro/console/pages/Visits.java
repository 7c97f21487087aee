package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.dariro.console.signin.OpenId;
import org.dariro.console.signin.Sessions;
import org.dariro.console.signin.SignInSettings;
import org.dariro.console.signin.SignedIn;
import org.dariro.console.signin.Users;
import org.dariro.member.Staff;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Visit} of a call: by the cookie that a browser got when somebody signed in. */
@Component
public class Visits {
    private static final int LONGEST_FORWARDED = 200;
    private final Database database;
    private final Sessions sessions;
    private final Users users;
    private final Words words;
    private final SignInSettings settings;
    private final InstantSource clock;

    @Inject
    public Visits(
            Database database,
            Sessions sessions,
            Users users,
            Words words,
            SignInSettings settings,
            InstantSource clock) {
        this.database = database;
        this.sessions = sessions;
        this.users = users;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A call as the server sees it.
     *
     * @param header the value of a header; null when it has none
     * @param cookie the value of a cookie; null when it has none
     */
    public record Call(
            Function<String, @Nullable String> header,
            Function<String, @Nullable String> cookie,
            String address,
            boolean secure) {
        Optional<String> head(String name) {
            return Optional.ofNullable(header.apply(name));
        }

        /** Over TLS, if only up to a proxy before us: whoever lies about it hides their own cookie from themselves. */
        boolean isSecure() {
            return secure || head("X-Forwarded-Proto").filter("https"::equals).isPresent();
        }
    }

    /** With the prefix that makes browsers insist on TLS and on no other site's having set it; not possible without TLS. */
    static String cookieName(boolean secure) {
        return secure ? "__Host-dariro" : "dariro";
    }

    /** The cookie for a token; without one, the cookie that ends it. It lasts until the browser is closed. */
    static NewCookie cookie(boolean secure, Optional<String> token) {
        return new NewCookie.Builder(cookieName(secure))
                .value(token.orElse(""))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(token.isPresent() ? NewCookie.DEFAULT_MAX_AGE : 0)
                .build();
    }

    static String openIdCookieName(boolean secure) {
        return cookieName(secure) + "-openid";
    }

    /** The cookie of a browser that is on its way to a provider; without a value, the one that ends it. */
    static NewCookie openIdCookie(boolean secure, Optional<String> sealed) {
        return new NewCookie.Builder(openIdCookieName(secure))
                .value(sealed.orElse(""))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX) // it comes back from another site
                .maxAge(sealed.isPresent() ? (int) OpenId.COUNTS.toSeconds() : 0)
                .build();
    }

    /** Who calls. */
    Visit visit(Call call) {
        Optional<SignedIn> session = Optional.ofNullable(call.cookie().apply(cookieName(call.isSecure())))
                .flatMap(sessions::find);
        Optional<Staff> staff = session.flatMap(one -> database.inTransaction(tx -> users.staff(tx, one.user())));
        return new Visit(
                session,
                staff,
                session.map(one -> staff.map(Staff::actor)
                                .orElseGet(() -> "user " + one.user().id() + " "
                                        + one.user().name()))
                        .orElse("nobody"),
                session.map(one -> FormToken.masked(sessions.formToken(one))).orElse(""),
                call.head("HX-Request").isPresent() && call.head("HX-Boosted").isEmpty(),
                call.isSecure(),
                address(call),
                call.head("User-Agent").orElse("-"),
                session.map(one -> words.in(one.user().language()))
                        .orElseGet(() -> words.asked(call.head("Accept-Language"))),
                clock);
    }

    private String address(Call call) {
        return call.head("X-Forwarded-For")
                .filter(hops -> settings.behindProxy() && hops.length() <= LONGEST_FORWARDED)
                .flatMap(hops -> Arrays.stream(hops.split(",")).reduce((before, last) -> last))
                .map(String::strip)
                .orElse(call.address());
    }

    /** Whether a form that came is this session's own. */
    boolean isOwnForm(Visit visit, String given) {
        return visit.session()
                .filter(session -> FormToken.matches(sessions.formToken(session), given))
                .isPresent();
    }
}
