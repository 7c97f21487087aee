package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.InstantSource;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every exception with a page of ours: the container's own would print SQL with its values. */
@Provider
@Component
public class PageFaults implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(PageFaults.class);
    private final Words words;
    private final InstantSource clock;

    @Context
    @SuppressWarnings("NullAway.Init")
    private SecurityContext caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpHeaders headers;

    @Inject
    public PageFaults(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Response toResponse(Throwable fault) {
        int status =
                fault instanceof WebApplicationException web ? web.getResponse().getStatus() : 500;
        if (status < 400) {
            return ((WebApplicationException) fault).getResponse();
        }
        String key = fault instanceof PageFault ours
                ? ours.key()
                : Faults.isDuplicate(fault) ? "fault-again" : status >= 500 ? "fault-internal" : "fault-not-found";
        if (status >= 500) {
            LOG.error("A page failed: {}", Faults.describe(fault));
        }
        Page page = visit().page("fault").with("status", status).with("what", visit().text(key));
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page)
                .build();
    }

    /** Whoever it is; also before the guard knew. */
    private Visit visit() {
        return caller.getUserPrincipal() instanceof Visit.Caller known
                ? known.visit()
                : new Visit(
                        Optional.empty(),
                        Optional.empty(),
                        "nobody",
                        "",
                        false,
                        false,
                        "-",
                        "-",
                        words.asked(Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))),
                        clock);
    }
}
