package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dariro.platform.Component;
import org.dariro.programme.GroupTemplate;
import org.dariro.programme.GroupTemplates;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What new groups may begin with. */
@Component
@Path("group-templates")
@Produces(MediaType.APPLICATION_JSON)
public class GroupTemplatesResource {
    private final GroupTemplates templates;

    @Inject
    public GroupTemplatesResource(GroupTemplates templates) {
        this.templates = templates;
    }

    /**
     * A template.
     *
     * @param weeks how long a group of it lasts; 0 for no end
     * @param closingDays so many days before the end the last message goes out
     */
    public record TemplateView(
            String id, String title, int weeks, int closingDays, String mode, int windowSeconds, boolean holdsHigh) {
        static TemplateView of(GroupTemplate template) {
            return new TemplateView(
                    template.id(),
                    template.title(0),
                    template.weeks(),
                    template.closingDays(),
                    Fields.label(template.mode()),
                    template.windowMinutes() * 60,
                    template.holdsHigh());
        }
    }

    /** All, in their order. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listGroupTemplates", summary = "List what new groups may begin with")
    public Page<TemplateView> list() {
        return Page.all(templates.all().stream().map(TemplateView::of).toList());
    }
}
