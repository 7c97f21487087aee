package org.dariro.inbound;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Component;

/** Known? A text with an account and carrier id that were taken before has been acted on, and goes no further. */
@Component
public class Deduplicate implements Step {
    private final TextDao texts;

    @Inject
    public Deduplicate(TextDao texts) {
        this.texts = texts;
    }

    @Override
    public void apply(Arrivals arrivals) {
        Map<String, List<Arrival>> byAccount =
                arrivals.all().stream().collect(Collectors.groupingBy(arrival -> arrival.sms.account()));
        List<Arrival> repeats = new ArrayList<>();
        byAccount.forEach((account, some) -> {
            Set<String> seen = new HashSet<>(texts.known(
                    arrivals.tx,
                    account,
                    some.stream()
                            .map(arrival -> CarrierIds.kept(arrival.sms.carrierId()))
                            .toList()));
            for (Arrival arrival : some) {
                if (!seen.add(CarrierIds.kept(arrival.sms.carrierId()))) {
                    repeats.add(arrival);
                }
            }
        });
        arrivals.remove(repeats);
    }
}
