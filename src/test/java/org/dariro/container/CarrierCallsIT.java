package org.dariro.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What carriers are answered at the real front door. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CarrierCallsIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @ArquillianResource
    private URL base;

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aTextIsTakenOnceHoweverOftenItIsRepeated() throws Exception {
        String text = "from=%2B263771990001&to=%2B263770000000&text=hello&id=same-1";
        assertEquals(200, call("POST", "/gateways/sim/sms", text).statusCode());
        assertEquals(200, call("POST", "/gateways/sim/sms", text).statusCode());
    }

    @Test
    void anUnreadableCallIsRefusedWithTheFault() throws Exception {
        HttpResponse<String> answer = call("POST", "/gateways/sim/sms", "to=%2B263770000000&text=hi");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("from"), answer.body());
        assertEquals(400, call("POST", "/gateways/sim/sms", "from=%zz").statusCode());
    }

    @Test
    void aCallOver64KilobytesIsRefused() throws Exception {
        assertEquals(
                413,
                call("POST", "/gateways/sim/sms", "text=" + "x".repeat(70_000)).statusCode());
    }

    @Test
    void anUnknownAccountOrPathIsNotFound() throws Exception {
        assertEquals(404, call("POST", "/gateways/none/sms", "").statusCode());
        assertEquals(404, call("POST", "/gateways/sim/nothing", "").statusCode());
        assertEquals(404, call("POST", "/gateways", "").statusCode());
    }

    @Test
    void answersRepeatNothingOfTheCall() throws Exception {
        HttpResponse<String> answer = call("POST", "/gateways/sim/sms", "to=1&text=canary-answer");
        assertFalse(answer.body().contains("canary-answer"));
        assertFalse(answer.headers().map().toString().contains("canary-answer"));
    }

    @Test
    void healthNamesTheRoutes() throws Exception {
        HttpResponse<String> answer = call("GET", "/health/ready", "");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("route inbound"), answer.body());
    }

    @Test
    void healthTellsThatSentencesAreRead() throws Exception {
        String body = call("GET", "/health/ready", "").body();
        assertTrue(body.replace(" ", "").contains("\"secondopinion\":\"on\""), body);
    }

    @Test
    void metricsCountTheRoutes() throws Exception {
        HttpResponse<String> answer = call("GET", "/metrics", "");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("dariro_route_seconds"), answer.body());
    }

    @Test
    void pagesAreStrict() throws Exception {
        HttpResponse<String> page = call("GET", "/simulator/index.html", "");
        assertEquals(200, page.statusCode());
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'self'"));
    }
}
