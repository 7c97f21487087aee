package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dariro.console.HostileTexts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Whether a page is made of what its templates say, whatever it shows. */
final class Harmless {
    private static final Pattern TAG =
            Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)((?:\\{[^}]*}|\"[^\"]*\"|'[^']*'|[^>])*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?:^|[\\s}])([a-zA-Z][a-zA-Z:-]*)(?=[\\s=>{/]|$)");
    private static final Pattern LOCAL = Pattern.compile("$|/(?![/\\\\]).*|[#?].*|otpauth://totp/.*");
    private static final Set<String> LEADING =
            Set.of("href", "src", "action", "formaction", "poster", "data", "hx-get", "hx-post", "data-events");
    private static final Set<String> SHOWN = Set.of(
            "title",
            "value",
            "aria-label",
            "placeholder",
            "alt",
            "data-say",
            "data-text",
            "label",
            "hx-confirm",
            "content");
    private final Set<String> tags = new TreeSet<>(Set.of("html", "head", "body", "tbody"));
    private final Set<String> attributes = new TreeSet<>();

    Harmless() {
        for (Path file : templates()) {
            Matcher tag = TAG.matcher(read(file));
            while (tag.find()) {
                tags.add(tag.group(1).toLowerCase(Locale.ROOT));
                Matcher attribute = ATTRIBUTE.matcher(tag.group(2).replaceAll("\"[^\"]*\"|'[^']*'", "=\"\""));
                while (attribute.find()) {
                    attributes.add(attribute.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        tags.remove("style");
    }

    private static Set<Path> templates() {
        try {
            URI layout =
                    Harmless.class.getResource("/templates/pages/layout.html").toURI();
            try (Stream<Path> files = Files.list(Path.of(layout).getParent())) {
                return new TreeSet<>(
                        files.filter(file -> file.toString().endsWith(".html")).toList());
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks a page, and gives it parsed. */
    Document page(String route, String html) {
        Document page = Jsoup.parse(html);
        for (Element element : page.getAllElements()) {
            String where = route + ": " + element.normalName(); // its whole path would take long for each of many
            assertTrue(page.equals(element) || tags.contains(element.normalName()), where);
            for (Attribute attribute : element.attributes()) {
                attribute(where + " " + attribute.getKey(), attribute.getKey(), attribute.getValue());
            }
            if (element.normalName().equals("script")) {
                assertEquals("head", element.parent().normalName(), where);
                assertTrue(element.attr("src").startsWith("/console/assets/"), where);
                assertEquals("", element.data(), where);
            }
            element.childNodes().stream()
                    .filter(Comment.class::isInstance)
                    .forEach(comment -> assertFalse(comment.outerHtml().contains(HostileTexts.MARK), where));
        }
        return page;
    }

    private void attribute(String where, String name, String value) {
        assertTrue(attributes.contains(name.toLowerCase(Locale.ROOT)), where);
        assertFalse(name.startsWith("on") || name.equals("style") || name.equals("srcdoc"), where);
        assertTrue(!LEADING.contains(name) || LOCAL.matcher(value).matches(), where + " leads to " + value);
        boolean app = value.startsWith("otpauth://totp/"); // names the user to an authenticator app
        assertTrue(SHOWN.contains(name) || app || !value.contains(HostileTexts.MARK), where + " is " + value);
    }
}
