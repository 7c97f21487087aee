package org.dariro.container;

import java.net.URL;
import org.dariro.console.ApiScenario;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A coordinator's and a mentor's day over the JSON API, in the container. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiIT {
    static final String TOKEN = "it-token-0123456789";

    @ArquillianResource
    private URL base;

    @Test
    void theApiKeepsItsWord() throws Exception {
        new ApiScenario(base.toString(), TOKEN, () -> {}).all(); // DueWorkFilter does what is due
    }
}
