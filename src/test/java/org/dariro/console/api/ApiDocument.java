package org.dariro.console.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dariro.console.StaffRole;
import org.dariro.console.token.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The API as an OpenAPI document, read from the resources themselves: paths, parameters, what is sent and answered field by
 * field, and who may call. It is the same in every run, so that it can be kept and compared.
 */
final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final Map<String, ObjectNode> paths = new TreeMap<>();

    private ApiDocument() {}

    /** The API as it is now. */
    static ObjectNode now() {
        ApiDocument document = new ApiDocument();
        new Api()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .sorted(Comparator.comparing(Class::getName))
                        .forEach(document::add);
        return document.written();
    }

    private ObjectNode written() {
        ObjectNode all = JSON.createObjectNode();
        all.put("openapi", "3.0.3");
        all.putObject("info").put("title", "Dariro").put("version", "1");
        all.putArray("servers").addObject().put("url", "/api/v1");
        ObjectNode every = all.putObject("paths");
        paths.forEach(every::set);
        ObjectNode components = all.putObject("components");
        ObjectNode known = components.putObject("schemas");
        schemas.forEach(known::set);
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        all.putArray("security").addObject().putArray("token");
        return all;
    }

    private void add(Class<?> resource) {
        Arrays.stream(resource.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                .forEach(method -> verb(method).ifPresent(verb -> add(resource, method, verb)));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(one -> Optional.ofNullable(one.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(one -> one.value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private void add(Class<?> resource, Method method, String verb) {
        String path = Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(one -> Optional.ofNullable(one).stream())
                .map(one -> "/" + one.value().replaceAll("^/|/$", "").replaceAll(":[^}]*}", "}"))
                .reduce("", String::concat);
        ObjectNode call = JSON.createObjectNode();
        Operation told = method.getAnnotation(Operation.class);
        if (told != null) {
            call.put("operationId", told.operationId()).put("summary", told.summary());
        }
        ArrayNode parameters = call.putArray("parameters");
        for (Parameter parameter : method.getParameters()) {
            parameter(parameter).ifPresent(parameters::add);
        }
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getAnnotations().length == 0 && parameter.getType() != void.class) {
                body(call, parameter);
            }
        }
        answer(call, method);
        ArrayNode roles = call.putArray("x-roles");
        Arrays.stream(method.getAnnotation(MayCall.class).value())
                .map(StaffRole::label)
                .sorted()
                .forEach(roles::add);
        Scopes.of(resource, method).map(Scope::label).ifPresent(scope -> call.put("x-scope", scope));
        paths.computeIfAbsent(path, key -> JSON.createObjectNode()).set(verb, call);
    }

    private Optional<ObjectNode> parameter(Parameter parameter) {
        PathParam inPath = parameter.getAnnotation(PathParam.class);
        QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
        if (parameter.isAnnotationPresent(Context.class) || (inPath == null && inQuery == null)) {
            return Optional.empty();
        }
        ObjectNode one = JSON.createObjectNode();
        one.put("name", inPath != null ? inPath.value() : inQuery.value());
        one.put("in", inPath != null ? "path" : "query");
        one.put("required", inPath != null || !isNullable(parameter.getAnnotatedType()));
        one.set("schema", schema(parameter.getParameterizedType()));
        return Optional.of(one);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private void body(ObjectNode call, Parameter parameter) {
        boolean json = parameter.getType().isRecord();
        ObjectNode body = call.putObject("requestBody").put("required", true);
        ObjectNode content = body.putObject("content").putObject(json ? "application/json" : "text/csv");
        content.set("schema", json ? schema(parameter.getParameterizedType()) : text());
    }

    private static ObjectNode text() {
        return JSON.createObjectNode().put("type", "string");
    }

    private void answer(ObjectNode call, Method method) {
        boolean none = method.getReturnType() == void.class;
        boolean json = method.getReturnType().isRecord();
        String status = none ? "204" : method.isAnnotationPresent(Creates.class) ? "201" : "200";
        ObjectNode answer = call.putObject("responses").putObject(status).put("description", "Done");
        if (!none) {
            answer.putObject("content")
                    .putObject(json ? "application/json" : "text/csv")
                    .set("schema", json ? schema(method.getGenericReturnType()) : text());
        }
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> plain = (Class<?>) type;
        ObjectNode schema = JSON.createObjectNode();
        if (plain.isRecord()) {
            return schema.put("$ref", "#/components/schemas/" + named(plain, plain.getSimpleName(), Map.of()));
        } else if (plain == boolean.class || plain == Boolean.class) {
            return schema.put("type", "boolean");
        } else if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return schema.put("type", "integer");
        } else if (plain == double.class || plain == Double.class) {
            return schema.put("type", "number");
        } else if (plain == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        } else if (plain == String.class || plain.isEnum()) {
            return text();
        }
        throw new IllegalStateException("The document does not know how to say " + type);
    }

    private ObjectNode generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        ObjectNode schema = JSON.createObjectNode();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array").set("items", schema(of[0]));
            return schema;
        } else if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", "object").set("additionalProperties", schema(of[1]));
            return schema;
        } else if (raw.isRecord()) {
            String name = raw.getSimpleName() + "Of" + name((Class<?>) of[0]);
            return schema.put(
                    "$ref",
                    "#/components/schemas/" + named(raw, name, Map.of(raw.getTypeParameters()[0].getName(), of[0])));
        }
        throw new IllegalStateException("The document does not know how to say " + type);
    }

    /** A record's name with that of what it stands in, where several have the same. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }

    private String named(Class<?> record, String simple, Map<String, Type> variables) {
        String name = variables.isEmpty() ? name(record) : simple;
        if (schemas.containsKey(name)) {
            return name;
        }
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        schemas.put(name, schema);
        ObjectNode properties = schema.putObject("properties");
        List<String> required = Stream.of(record.getRecordComponents())
                .filter(one -> !isNullable(one.getAnnotatedType()))
                .map(RecordComponent::getName)
                .toList();
        for (RecordComponent one : record.getRecordComponents()) {
            properties.set(one.getName(), schema(filled(one.getGenericType(), variables)));
        }
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        return name;
    }

    /** A type with what its variables stand for. */
    private static Type filled(Type type, Map<String, Type> variables) {
        if (type instanceof ParameterizedType generic && !variables.isEmpty()) {
            Type[] of = Arrays.stream(generic.getActualTypeArguments())
                    .map(one -> filled(one, variables))
                    .toArray(Type[]::new);
            return new ParameterizedType() {
                @Override
                public Type[] getActualTypeArguments() {
                    return of;
                }

                @Override
                public Type getRawType() {
                    return generic.getRawType();
                }

                @Override
                public @Nullable Type getOwnerType() {
                    return null;
                }
            };
        }
        return variables.getOrDefault(type.getTypeName(), type);
    }
}
