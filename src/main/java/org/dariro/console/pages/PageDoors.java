package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.console.StaffRole;
import org.dariro.platform.Component;

/** Puts a {@link PageGuard} before every method of every page. A method that does not state who may call it stops the start. */
@Provider
@Component
public class PageDoors implements DynamicFeature {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([a-z]+)");
    private final Visits visits;
    private final Keepers keepers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http; // stands for the call at hand

    @Inject
    public PageDoors(Visits visits, Keepers keepers) {
        this.visits = visits;
        this.keepers = keepers;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceClass().getPackageName().startsWith("org.dariro.")) {
            return; // what JAX-RS itself adds, such as OPTIONS
        }
        context.register(guard(resource.getResourceClass(), resource.getResourceMethod()));
        ContainerResponseFilter finish = (request, response) -> {
            if (response.getEntity() instanceof Page page) { // whatever the browser said that it takes
                response.setEntity(page, response.getEntityAnnotations(), Pages.HTML);
            }
            if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        };
        context.register(finish);
    }

    /** The guard of a method. */
    PageGuard guard(Class<?> page, Method method) {
        keepers.check(parameters(path(page, method)));
        return new PageGuard(visits, keepers, () -> http, roles(page, method));
    }

    /** The path of a method below {@code /console}, its parameters in braces. */
    static String path(Class<?> page, Method method) {
        Path own = method.getAnnotation(Path.class);
        String first = page.getAnnotation(Path.class).value();
        return own == null ? first : first + (first.isEmpty() ? "" : "/") + own.value();
    }

    static List<String> parameters(String path) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The roles that a method states; empty for one that is open. */
    static Optional<Set<StaffRole>> roles(Class<?> page, Method method) {
        For roles = method.getAnnotation(For.class);
        boolean open = method.isAnnotationPresent(Open.class);
        if ((roles == null) == !open) {
            throw new IllegalStateException("The method " + method.getName() + " of " + page.getSimpleName()
                    + " must state either its roles or that it is open");
        }
        return roles == null ? Optional.empty() : Optional.of(Set.of(roles.value()));
    }
}
