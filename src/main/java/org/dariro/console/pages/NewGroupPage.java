package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Convening;
import org.dariro.programme.GroupTemplate;
import org.dariro.programme.GroupTemplates;
import org.jspecify.annotations.Nullable;

/** Makes a group, from a template or without one. */
@Component
@Path("groups/new")
public class NewGroupPage {
    private final Database database;
    private final Convening convening;
    private final GroupTemplates templates;
    private final GroupEntry entry;

    @Inject
    public NewGroupPage(Database database, Convening convening, GroupTemplates templates, GroupEntry entry) {
        this.database = database;
        this.convening = convening;
        this.templates = templates;
        this.entry = entry;
    }

    private Page page(Visit visit, Optional<GroupTemplate> template, Entered form) {
        int language = new ArrayList<>(Words.LANGUAGES.keySet()).indexOf(visit.language());
        return entry.choices(visit.page("group-new"))
                .with(
                        "templates",
                        templates.all().stream()
                                .map(one -> new GroupEntry.Choice(one.id(), one.title(language)))
                                .toList())
                .with("template", template.map(GroupTemplate::id).orElse(""))
                .with("weeks", template.map(GroupTemplate::weeks).orElse(0))
                .with("form", form);
    }

    private Optional<GroupTemplate> template(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(templates::find);
    }

    /** The form; with {@code template} as that proposes. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @QueryParam("template") @Nullable String id) {
        Optional<GroupTemplate> template = id == null ? templates.all().stream().findFirst() : template(id);
        return page(Visit.of(caller), template, entry.of(template));
    }

    /** Makes the group. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response create(@Context SecurityContext caller, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Entered form = Entered.of(given);
        Optional<GroupTemplate> template = template(given.getFirst("template"));
        return database.inTransaction(tx -> convening
                .create(tx, entry.wish(form, template.map(GroupTemplate::id)), visit.actor())
                .match(
                        group -> Pages.to("/console/groups/" + group.id() + "/settings"),
                        faults -> Pages.wrong(page(visit, template, form.faulted(visit, faults)))));
    }
}
