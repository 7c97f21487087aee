package org.dariro.console.api;

import jakarta.inject.Inject;
import java.util.Optional;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.Delivery;
import org.dariro.delivery.ParcelState;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/** Lists deliveries, of a group or of all. */
@Component
public class DeliveryList {
    private final Database database;
    private final Groups groups;
    private final Deliveries deliveries;

    @Inject
    public DeliveryList(Database database, Groups groups, Deliveries deliveries) {
        this.database = database;
        this.groups = groups;
        this.deliveries = deliveries;
    }

    Page<DeliveryView> read(
            Optional<Long> group, @Nullable String state, @Nullable String after, @Nullable String limit) {
        Fields fields = new Fields();
        Optional<ParcelState> wanted = fields.choice("state", state, ParcelState.class);
        fields.check();
        Paging paging = Paging.of(after, limit);
        return database.inTransaction(tx -> {
            group.ifPresent(id -> GroupsResource.find(tx, groups, id));
            return paging.show(
                    deliveries.list(tx, group, wanted, paging.after(), paging.oneMore()),
                    DeliveryView::of,
                    Delivery::id);
        });
    }
}
