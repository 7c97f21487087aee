package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.dariro.platform.Component;
import org.jspecify.annotations.Nullable;

/** Tells an open page of a group that there is something new. */
@Component
@Path("groups/{group}/events")
public class EventsPage {
    private final Live live;

    @Inject
    public EventsPage(Live live) {
        this.live = live;
    }

    /** The events; from the pulse that the page came with, or the last one that reached it. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public void events(
            @Context SseEventSink sink,
            @Context Sse sse,
            @PathParam("group") long group,
            @QueryParam("pulse") @Nullable String pulse,
            @HeaderParam("Last-Event-ID") @Nullable String last) {
        live.open(sink, sse, new Sight.OfGroup(group), pulse, last);
    }
}
