package org.dariro.gateways.api;

/** What a carrier's HTTP call is answered with. */
public record HttpAnswer(int status, String contentType, String body) {

    /** 200 with plain text. */
    public static HttpAnswer ok(String text) {
        return new HttpAnswer(200, "text/plain; charset=utf-8", text);
    }

    /** 200 with JSON. */
    public static HttpAnswer json(String json) {
        return new HttpAnswer(200, "application/json", json);
    }

    /** An error with one sentence that names what is wrong. */
    public static HttpAnswer error(int status, String sentence) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", sentence);
    }

    /** Masked: a screen or a list of texts may be in it. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length() + " characters]";
    }
}
