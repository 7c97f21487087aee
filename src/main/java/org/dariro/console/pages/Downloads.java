package org.dariro.console.pages;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Files that a browser keeps. Their names are our own words. */
final class Downloads {
    private static final MediaType CSV = new MediaType("text", "csv", "utf-8");
    /** Without it some spreadsheets take UTF-8 for something else. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Downloads() {}

    /** A table. */
    static Response csv(String name, String table) {
        return file(name + ".csv", CSV, BYTE_ORDER_MARK + table);
    }

    /** Anything. */
    static Response file(String name, MediaType type, Object content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
