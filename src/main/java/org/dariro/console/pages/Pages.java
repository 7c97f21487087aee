package org.dariro.console.pages;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What many pages answer with. */
final class Pages {
    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");
    private static final Pattern LOCAL = Pattern.compile("/console/[A-Za-z0-9/_-]{0,200}");

    private Pages() {}

    /** Leads to another page, as after a form was taken. */
    static Response to(String page) {
        return leading(page).build();
    }

    /** Leads to another page that says that something was done. */
    static Response to(String page, String done) {
        return leading(page + "?" + done + "=1").build();
    }

    /** The same, with more to come. The address has no host: a proxy in front of us may be called otherwise, and over TLS. */
    static Response.ResponseBuilder leading(String page) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, page);
    }

    /** A page of ours that somebody wanted to see; {@code otherwise} for anything else, such as another site. */
    static String local(@Nullable String wanted, String otherwise) {
        return wanted != null && LOCAL.matcher(wanted).matches() ? wanted : otherwise;
    }

    /** A form that was not taken as things have changed meanwhile, shown again as they are now. */
    static Response overtaken(Page page) {
        return Response.status(Response.Status.CONFLICT).entity(page).type(HTML).build();
    }

    /** A form that was not taken, shown again with what is wrong. */
    static Response wrong(Page page) {
        return Response.status(422).entity(page).type(HTML).build();
    }
}
