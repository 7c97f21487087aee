package org.dariro.console.api;

import java.time.Instant;
import org.dariro.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * One MT.
 *
 * @param id of the parcel, which is also our reference at the carrier
 * @param member its reader's place in the group
 * @param kind {@code group}, {@code mentor}, {@code system} or {@code safety}
 * @param state {@code ready}, {@code sending}, {@code unknown}, {@code accepted}, {@code delivered} or {@code failed}
 * @param code what the carrier or the service said of it last
 */
public record DeliveryView(
        long id,
        @Nullable Long group,
        @Nullable Long member,
        @Nullable String nickname,
        String kind,
        String state,
        @Nullable String code,
        String encoding,
        int segments,
        @Nullable Long firstSeq,
        @Nullable Long lastSeq,
        int attempts,
        Instant createdAt,
        Instant changedAt) {
    static DeliveryView of(Delivery one) {
        return new DeliveryView(
                one.id(),
                one.group().isPresent() ? one.group().get() : null,
                one.membership().isPresent() ? one.membership().get() : null,
                one.nickname().isPresent() ? one.nickname().get() : null,
                Fields.label(one.kind()),
                Fields.label(one.state()),
                one.code().isPresent() ? one.code().get() : null,
                Fields.label(one.encoding()),
                one.segments(),
                one.firstSeq().isPresent() ? one.firstSeq().get() : null,
                one.lastSeq().isPresent() ? one.lastSeq().get() : null,
                one.attempts(),
                one.createdAt(),
                one.changedAt());
    }
}
