package org.dariro.console.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 problem details. It never repeats what was sent: no number, no text.
 *
 * @param type a URN that programs can tell errors apart by
 * @param title the kind of error, the same for all of its type
 * @param status the HTTP status
 * @param detail what is wrong this time, and what to do
 * @param errors what is wrong field by field; null when no field is
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The kinds of errors that the API answers with. */
    private record Sort(String name, String title, String detail) {}

    private static final Map<Integer, Sort> SORTS = Map.ofEntries(
            Map.entry(400, new Sort("invalid", "The request is not valid", "Please correct the request.")),
            Map.entry(401, new Sort("unauthorized", "A token is needed", "Send a valid token: Authorization: Bearer.")),
            Map.entry(
                    403,
                    new Sort(
                            "forbidden",
                            "Not allowed",
                            "This token's roles, scopes or groups do not allow this, or it is a program's.")),
            Map.entry(404, new Sort("not-found", "Not found", "There is nothing at this address.")),
            Map.entry(405, new Sort("method", "Method not allowed", "This address does not have this method.")),
            Map.entry(
                    406,
                    new Sort("not-acceptable", "Not acceptable", "The API answers in JSON: Accept: application/json.")),
            Map.entry(409, new Sort("conflict", "In conflict with how things stand", "Please look again.")),
            Map.entry(413, new Sort("too-large", "Too large", "A request has at most 1 MB.")),
            Map.entry(415, new Sort("media-type", "Wrong media type", "Send JSON: Content-Type: application/json.")),
            Map.entry(
                    500,
                    new Sort("internal", "Something went wrong", "The service's log says more. Nothing was changed.")));

    /** The problem of a status. */
    public static Problem of(int status) {
        Sort sort = sort(status);
        return new Problem("urn:dariro:problem:" + sort.name(), sort.title(), status, sort.detail(), null);
    }

    private static Sort sort(int status) {
        return Optional.ofNullable(SORTS.get(status))
                .orElse(
                        status >= 500
                                ? new Sort("internal", "Something went wrong", "The service's log says more.")
                                : new Sort("request", "The request was refused", "Please correct the request."));
    }

    /** This problem with a sentence of its own. */
    public Problem because(String sentence) {
        return new Problem(type, title, status, sentence, errors);
    }

    /** This problem with what is wrong field by field. */
    public Problem with(List<FieldError> fields) {
        return new Problem(type, title, status, detail, fields.isEmpty() ? null : List.copyOf(fields));
    }
}
