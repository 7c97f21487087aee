package org.dariro.console.pages;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dariro.platform.Component;

/**
 * Makes HTML of pages. Everything that a template shows is escaped; what it misspells fails. {@code {t:key}} and
 * {@code {t:key(value)}} are the words of the visit's language, {@code {a:console.css}} the address of an asset.
 */
@Component
public final class Renderer {
    private static final String VISIT = "visit";
    private final Engine engine;

    @Inject
    public Renderer(AssetFiles assets) {
        engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .addNamespaceResolver(NamespaceResolver.builder("t")
                        .resolveAsync(Renderer::words)
                        .build())
                .addNamespaceResolver(NamespaceResolver.builder("a")
                        .resolve(context -> assets.address(context.getName()))
                        .build())
                .addLocator(Renderer::locate)
                .strictRendering(true)
                .build();
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        URL url = Renderer.class.getClassLoader().getResource("templates/pages/" + id + ".html");
        return url == null ? Optional.empty() : Optional.of(new Location(url));
    }

    private record Location(URL url) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("A page's template cannot be read", e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType("text/html"));
        }
    }

    /** The words of a key; values are worked out first, in order. */
    private static CompletionStage<Object> words(EvalContext context) {
        Visit visit = (Visit) context.getAttribute(VISIT);
        CompletionStage<List<Object>> values = CompletableFuture.completedFuture(new ArrayList<>());
        for (Expression parameter : context.getParams()) {
            values = values.thenCombine(context.evaluate(parameter), (before, value) -> {
                before.add(value == null ? "" : value);
                return before;
            });
        }
        return values.thenApply(all -> visit.words().text(context.getName(), all));
    }

    /** The page as HTML. */
    public String render(Page page) {
        TemplateInstance template = engine.getTemplate(page.template()).instance();
        page.shows().forEach(template::data);
        template.data(VISIT, page.visit());
        template.data("here", page.template());
        template.setAttribute(VISIT, page.visit());
        return template.render();
    }
}
