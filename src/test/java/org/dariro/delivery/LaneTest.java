package org.dariro.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dariro.gateway.Line;
import org.dariro.gateway.Reach;
import org.dariro.gateways.api.Msisdn;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Line LINE = new Line(1, "sim", "+263770000000", "", Reach.EVERYWHERE);

    private final List<String> sent = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private final Lane lane = new Lane(tasks::add, lane -> {}, consignment -> sent.add(consignment.text()));

    @Test
    void whatPressesGoesFirstAndTheRestInTheOrderItCame() {
        add("post 1", Kind.GROUP);
        add("post 2", Kind.GROUP);
        add("from the mentor", Kind.MENTOR);
        add("you have stopped", Kind.SYSTEM);
        add("crisis card", Kind.SAFETY);
        add("post 3", Kind.GROUP);
        tasks.forEach(Runnable::run);
        assertEquals(List.of("crisis card", "you have stopped", "from the mentor", "post 1", "post 2", "post 3"), sent);
    }

    private void add(String text, Kind kind) {
        Parcel parcel = new Parcel(1, 1, Msisdn.of("+263771000001"), kind, 1);
        lane.add(new Consignment(LINE, text, 1, List.of(parcel), false));
    }
}
