package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Component;

/**
 * The console's style sheet, scripts and icon, in memory and compressed. The address of each has a hash of it in it, so that
 * browsers keep it for good, and get the new one with a new release.
 */
@Component
public final class AssetFiles {
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final Map<String, String> PLACES = Map.of(
            "console.css", "org/dariro/console/pages/console.css",
            "console.js", "org/dariro/console/pages/console.js",
            "icon.svg", "org/dariro/console/pages/icon.svg",
            "htmx.js", HTMX);
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml;charset=utf-8");
    private final Map<String, Asset> assets = new java.util.TreeMap<>();

    /** A file as it is sent. */
    static final class Asset {
        private final String type;
        private final String version;
        private final byte[] plain;
        private final byte[] gzip;

        Asset(String type, String version, byte[] plain, byte[] gzip) {
            this.type = type;
            this.version = version;
            this.plain = plain;
            this.gzip = gzip;
        }

        String type() {
            return type;
        }

        /** In its address. */
        String version() {
            return version;
        }

        byte[] bytes(boolean compressed) {
            return (compressed ? gzip : plain).clone();
        }
    }

    @Inject
    public AssetFiles() {
        PLACES.forEach((name, place) -> assets.put(name, read(name, place)));
    }

    private static Asset read(String name, String place) {
        try (InputStream in = AssetFiles.class.getClassLoader().getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("The console's file " + name + " is missing");
            }
            byte[] bytes = in.readAllBytes();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return new Asset(type, version(bytes), bytes, PageWriter.gzip(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The console's file " + name + " cannot be read", e);
        }
    }

    private static String version(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }

    /** Where browsers find a file; {@code css}, {@code script}, {@code htmx} or {@code icon}. */
    String address(String name) {
        String file = Map.of("css", "console.css", "script", "console.js", "htmx", "htmx.js", "icon", "icon.svg")
                .getOrDefault(name, name);
        return find(file)
                .map(asset -> "/console/assets/" + asset.version() + "/" + file)
                .orElseThrow(() -> new IllegalArgumentException("There is no asset " + name));
    }

    Optional<Asset> find(String file) {
        return Optional.ofNullable(assets.get(file));
    }
}
