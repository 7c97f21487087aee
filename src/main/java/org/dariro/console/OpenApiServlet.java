package org.dariro.console;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * What programs may rely on, at {@code /openapi}: the document that ships with the API.
 *
 * <p>In place of the one that the server would make, at the first call by anybody, by reading every class of every library: some
 * 200 MB of memory, which a service at work may not have. The server makes none where its path is taken.
 */
@WebServlet(name = "openapi", urlPatterns = "/openapi/*")
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream document = OpenApiServlet.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new FileNotFoundException("openapi.json is not in the class path.");
            }
            response.setContentType("application/json");
            document.transferTo(response.getOutputStream());
        }
    }
}
