package org.dariro.console.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every exception with a problem. The container's own error page would print SQL with its values; the log gets the
 * classes and the place only.
 */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    public Response toResponse(Throwable fault) {
        Problem problem = problem(fault);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (fault instanceof WebApplicationException web) {
            Object allow = web.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
            if (allow != null) {
                response.header(HttpHeaders.ALLOW, allow);
            }
        }
        return response.build();
    }

    static Problem problem(Throwable fault) {
        if (fault instanceof Refused refused) {
            return refused.problem();
        } else if (fault instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            if (status >= 400 && status < 500) {
                return Problem.of(status);
            }
        } else if (Faults.isDuplicate(fault)) {
            return Problem.of(409).because("Somebody has just done the same. Please look again.");
        }
        LOG.error("A call of the API failed: {}", Faults.describe(fault));
        return Problem.of(500);
    }
}
