package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.member.Staff;
import org.dariro.platform.Work;
import org.jspecify.annotations.Nullable;

/**
 * Every page of the console that can be read, whatever pages there are: made by its constructor of what a {@link Desk} has, as
 * CDI makes it, and shown with ids for what stands in its path.
 */
final class EveryPage {
    private final Desk desk;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private @Nullable String asked;

    EveryPage(Desk desk) {
        this.desk = desk;
        made.put(Work.class, Work.inline());
        for (Object source : List.of(desk, desk.dariro)) {
            for (Field field : source.getClass().getFields()) {
                try {
                    field.setAccessible(true); // the layers are not public
                    made.put(field.getType(), field.get(source));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** A page, or what else is made of what there is. */
    Object made(Class<?> type) {
        return make(type);
    }

    /** What a page answered. */
    record Shown(String route, String type, String body) {
        boolean isHtml() {
            return type.startsWith("text/html");
        }

        boolean isTable() {
            return type.startsWith("text/csv");
        }
    }

    /** The routes that can be read and whose parameters are among {@code ids}, shown to somebody who may. */
    List<Shown> shown(Visit visit, Map<String, String> ids, String withParameter) {
        List<Shown> shown = new ArrayList<>();
        for (RouteMatrixTest.Route route : RouteMatrixTest.routes()) {
            Set<String> needed = Set.copyOf(PageDoors.parameters(route.path()));
            boolean may = PageDoors.roles(route.page(), route.method())
                    .map(roles -> visit.user().isAny(roles))
                    .orElse(true);
            if (route.verb().equals("GET")
                    && route.method().getReturnType() != void.class
                    && may
                    && ids.keySet().containsAll(needed)
                    && (withParameter.isEmpty() || needed.contains(withParameter))) {
                show(route, visit, ids, shown);
            }
        }
        return shown;
    }

    /** The same, each parameter of the query being this text; what a page refuses is left out. */
    List<Shown> askedFor(String text, Visit visit, Map<String, String> ids) {
        asked = text;
        try {
            return shown(visit, ids, "");
        } finally {
            asked = null;
        }
    }

    private void show(RouteMatrixTest.Route route, Visit visit, Map<String, String> ids, List<Shown> shown) {
        Object page = make(route.page());
        Object[] arguments = Arrays.stream(route.method().getParameters())
                .map(parameter -> argument(parameter, visit, ids))
                .toArray();
        Object answer;
        try {
            route.method().setAccessible(true);
            answer = route.method().invoke(page, arguments);
        } catch (InvocationTargetException e) {
            if (asked != null && e.getCause() instanceof PageFault) {
                return;
            }
            throw new IllegalStateException(route.line(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(route.line(), e);
        }
        String type = "text/html";
        if (answer instanceof Response response) {
            if (response.getStatus() >= 400 && asked == null && !route.line().endsWith(": open")) {
                throw new IllegalStateException(route.line() + " answered " + response.getStatus());
            } else if (response.getStatus() / 100 == 3 || !response.hasEntity()) {
                return;
            }
            type = String.valueOf(response.getMediaType());
            answer = response.getEntity();
        }
        shown.add(new Shown(route.line(), answer instanceof Page ? "text/html" : type, body(answer)));
    }

    private String body(Object answer) {
        if (answer instanceof Page page) {
            return desk.html(page);
        } else if (answer instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        } else if (answer instanceof StreamingOutput stream) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                stream.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.UTF_8);
        }
        return String.valueOf(answer);
    }

    private Object argument(Parameter parameter, Visit visit, Map<String, String> ids) {
        Class<?> type = parameter.getType();
        if (type == SecurityContext.class) {
            return visit;
        }
        PathParam path = parameter.getAnnotation(PathParam.class);
        DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
        boolean query = asked != null && parameter.isAnnotationPresent(QueryParam.class) && type == String.class;
        String text = path != null ? ids.get(path.value()) : otherwise == null ? null : otherwise.value();
        if (query) {
            return asked;
        }
        if (type == long.class || type == Long.class) {
            return text == null ? (type == long.class ? 0L : null) : Long.valueOf(text);
        } else if (type == int.class || type == Integer.class) {
            return text == null ? (type == int.class ? 0 : null) : Integer.valueOf(text);
        } else if (type == boolean.class) {
            return Boolean.parseBoolean(text);
        } else if (List.class.isAssignableFrom(type)) {
            return List.of();
        } else if (parameter.isAnnotationPresent(Context.class)) { // the call, which asks for nothing
            return Proxy.newProxyInstance(
                    EveryPage.class.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, given) ->
                            Map.class.isAssignableFrom(method.getReturnType()) ? new MultivaluedHashMap<>() : null);
        }
        return text;
    }

    /** A thing by its class, made if need be. */
    private Object make(Class<?> type) {
        Object known = made.get(type);
        if (known == null) {
            known = made.entrySet().stream()
                    .filter(one -> type.isAssignableFrom(one.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> construct(type));
            made.put(type, known);
        }
        return known;
    }

    private Object construct(Class<?> type) {
        Constructor<?>[] all = type.getDeclaredConstructors();
        Constructor<?> constructor = Arrays.stream(all)
                .filter(one -> one.isAnnotationPresent(Inject.class) || all.length == 1)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows how to make a " + type.getName()));
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(this::make)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** Somebody with all roles. */
    static Visit ofAllRoles(Desk desk, String name) {
        return desk.visit(desk.add(name, Set.of(StaffRole.values()), Set.of()));
    }

    /** Somebody of a group who is called and does not sign in. */
    static String staff(Desk desk, String name, String group) {
        return desk.dariro.database.inTransaction(tx -> Long.toString(desk.roll
                .add(
                        tx,
                        new Staff(
                                0,
                                name,
                                Staff.Role.MENTOR,
                                Optional.empty(),
                                "en",
                                ZoneOffset.UTC,
                                List.of(new Staff.Service(Long.parseLong(group), 1, Optional.empty())),
                                false))
                .id()));
    }
}
