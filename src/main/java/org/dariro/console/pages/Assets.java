package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.dariro.platform.Component;
import org.jspecify.annotations.Nullable;

/** The console's style sheet, scripts and icon. */
@Component
@Path("assets/{version}/{file}")
public class Assets {
    private final AssetFiles files;

    @Inject
    public Assets(AssetFiles files) {
        this.files = files;
    }

    /** One file. */
    @GET
    @Open
    public Response get(
            @PathParam("file") String file, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String accepted) {
        boolean gzip = accepted != null && accepted.contains("gzip");
        return files.find(file)
                .map(asset -> {
                    Response.ResponseBuilder answer = Response.ok(asset.bytes(gzip), asset.type())
                            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
                    return gzip
                            ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                                    .build()
                            : answer.build();
                })
                .orElseGet(() -> Response.status(404).build());
    }
}
