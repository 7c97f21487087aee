package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.dariro.platform.Component;

/** Writes pages as HTML, compressed where the browser takes that: mentors have slow data. */
@Provider
@Component
@Produces("text/html;charset=utf-8")
public class PageWriter implements MessageBodyWriter<Page> {
    private static final int WORTH_IT = 1_000;
    private final Renderer renderer;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpHeaders call;

    @Inject
    public PageWriter(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        byte[] html = renderer.render(page).getBytes(StandardCharsets.UTF_8);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean gzip = Optional.ofNullable(call.getHeaderString(HttpHeaders.ACCEPT_ENCODING))
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
        if (gzip && html.length > WORTH_IT) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            out.write(gzip(html));
        } else {
            out.write(html);
        }
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(bytes);
        }
        return small.toByteArray();
    }
}
