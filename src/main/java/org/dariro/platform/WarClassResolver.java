package org.dariro.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.jspecify.annotations.Nullable;

/**
 * Looks Camel's own service files up in the WAR only. A miss that falls through to Payara's API class loader makes it
 * parse the manifest of every server module again, about 50 ms each, some 60 times per start.
 */
final class WarClassResolver extends DefaultClassResolver {
    private final ClassLoader war = WarClassResolver.class.getClassLoader();

    WarClassResolver(CamelContext context) {
        super(context);
    }

    @Override
    @SuppressWarnings("NullAway") // Camel reads null as "there is none"
    public @Nullable InputStream loadResourceAsStream(String uri) {
        if (uri.startsWith("META-INF/services/org/apache/camel/") && war instanceof URLClassLoader local) {
            URL found = local.findResource(uri);
            try {
                return found == null ? null : found.openStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return super.loadResourceAsStream(uri);
    }
}
