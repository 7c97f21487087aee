package org.dariro.console.pages;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** A call that is answered with a page that says what is wrong, and what to do. */
public final class PageFault extends WebApplicationException {
    private static final long serialVersionUID = 1;
    private final String key;

    private PageFault(int status, String key) {
        super(Response.status(status).build());
        this.key = key;
    }

    /** @param key of the words that say it */
    public static PageFault of(int status, String key) {
        return new PageFault(status, key);
    }

    /** Nothing is there, or nothing that this visitor may see: the two look alike. */
    public static PageFault notFound() {
        return of(404, "fault-not-found");
    }

    String key() {
        return key;
    }
}
