package org.dariro.container;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dariro.console.pages.Live;
import org.dariro.delivery.DeliveryRoute;
import org.dariro.platform.CamelRuntime;
import org.dariro.programme.ClosingRoute;
import org.dariro.programme.ProgrammeRoute;
import org.dariro.safeguarding.escalation.EscalationRoute;

/** After each call that changes something, what has become due is done before the caller gets the answer, and open pages are told. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DueWorkFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static volatile int port;

    @Inject
    private transient CamelRuntime camel;

    @Inject
    private transient Live live;

    /** The port that this server listens on, once it was called. */
    public static int port() {
        return port;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        port = request.getLocalPort();
        chain.doFilter(request, response);
        if (!request.getMethod().equals("GET")) {
            runDue(camel);
            live.look();
        }
    }

    static synchronized void runDue(CamelRuntime camel) {
        camel.request(EscalationRoute.TURN, true, Boolean.class);
        camel.request(ClosingRoute.TURN, true, Boolean.class);
        camel.request(ProgrammeRoute.TURN, true, Boolean.class);
        boolean more = true;
        while (more) {
            more = camel.request(DeliveryRoute.PACKING, true, Boolean.class)
                    || camel.request(DeliveryRoute.DISPATCH, true, Boolean.class);
        }
    }
}
