package org.dariro.inbound;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where carriers call: {@code /gateways/<account>/<path>[/<rest>]}. Hands the raw call to the gateway's Camel route of
 * that account and path, and writes its answer; nothing of the call is ever echoed. Calls over 64 KB are refused.
 */
@WebServlet(name = "carriers", urlPatterns = "/gateways/*")
public class CarrierServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CarrierServlet.class);
    private static final int LARGEST = 64 * 1024;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient CamelRuntime camel;

    @Override
    protected void service(HttpServletRequest call, HttpServletResponse response) throws IOException {
        HttpAnswer answer = answer(call);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private HttpAnswer answer(HttpServletRequest call) throws IOException {
        if (!camel.isRunning()) {
            return HttpAnswer.error(503, "Starting; please call again.");
        }
        String path = call.getRequestURI().substring((call.getContextPath() + "/gateways").length());
        String[] parts = path.replaceFirst("^/", "").split("/", 3);
        String endpoint = parts.length < 2 ? "" : "direct:gateways/" + parts[0] + "/" + parts[1];
        if (!camel.hasRoute(endpoint)) {
            return HttpAnswer.error(404, "No such account or path.");
        }
        byte[] body = read(call);
        if (body.length > LARGEST) {
            LOG.warn("A call to a gateway was over 64 KB and was refused");
            return HttpAnswer.error(413, "The call is over 64 KB.");
        }
        HttpCall received = new HttpCall(
                call.getMethod().toUpperCase(Locale.ROOT),
                parts.length < 3 ? "" : parts[2],
                call.getQueryString() == null ? "" : call.getQueryString(),
                headers(call),
                body,
                call.getRemoteAddr());
        try {
            return camel.request(endpoint, received, HttpAnswer.class);
        } catch (RuntimeException e) {
            LOG.error("A call to a gateway failed: {}", Faults.describe(e));
            return HttpAnswer.error(503, "Not stored; please call again.");
        }
    }

    private static byte[] read(HttpServletRequest call) throws IOException {
        try (InputStream in = call.getInputStream()) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest call) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(call.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(call.getHeaders(name)));
        }
        return headers;
    }
}
