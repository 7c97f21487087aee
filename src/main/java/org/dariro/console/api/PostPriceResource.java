package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dariro.conversation.PostPrice;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.member.Nickname;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What words would cost before they are sent; nothing is kept or sent. */
@Component
@Path("groups/{group}/posts/price")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PostPriceResource {
    private static final int LONGEST = 1_600;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final PostPrice price;

    @Inject
    public PostPriceResource(Database database, Groups groups, Memberships memberships, PostPrice price) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.price = price;
    }

    /**
     * Words that are not sent yet.
     *
     * @param as the mentor's nickname that stands before them; null for none
     * @param member the member whom they are for alone; null for the group
     */
    public record Words(
            @Nullable String text,
            @Nullable String as,
            @Nullable Long member) {}

    /** An amount in a currency. */
    public record AmountView(String amount, String currency) {}

    /** A character that costs extra, and what could stand in its place; empty to leave it out. */
    public record DearView(String character, String instead) {}

    /**
     * What they would cost.
     *
     * @param left characters that still fit into the last segment
     * @param readers how many get them by SMS
     * @param amounts the sum in each currency, as far as prices are known
     * @param unpriced readers for whom no price is known
     * @param plain the words without what costs extra; absent when nothing does
     */
    public record PriceView(
            int segments,
            int left,
            String encoding,
            int readers,
            List<AmountView> amounts,
            int unpriced,
            List<DearView> dear,
            @Nullable String plain) {
        static PriceView of(PostPrice.Offer offer, String text) {
            return new PriceView(
                    offer.segments().count(),
                    offer.left(),
                    Fields.label(offer.segments().encoding()),
                    offer.readers(),
                    offer.amounts().stream()
                            .map(money -> new AmountView(money.amount().toPlainString(), money.currency()))
                            .toList(),
                    offer.unpriced(),
                    offer.dear().entrySet().stream()
                            .map(one -> new DearView(one.getKey(), one.getValue()))
                            .toList(),
                    offer.dear().isEmpty() ? null : PostPrice.plain(text));
        }
    }

    /** Counts them. */
    @POST
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "pricePost", summary = "What words would cost before they are sent")
    public PriceView price(@PathParam("group") long id, Words words) {
        Fields fields = new Fields();
        String text = fields.text("text", words.text(), LONGEST);
        fields.check();
        return database.inTransaction(tx -> {
            Group group = GroupsResource.find(tx, groups, id);
            Optional<Membership> voice = Optional.ofNullable(words.as()).map(name -> voice(tx, id, name));
            Long member = words.member();
            if (member == null) {
                return PriceView.of(price.post(tx, group, voice, text), text);
            }
            Membership to = MembersResource.find(tx, memberships, id, member);
            String whole = voice.map(place -> place.name() + ": ").orElse("") + text;
            return PriceView.of(price.told(tx, to, whole), text);
        });
    }

    private Membership voice(Transaction tx, long group, String name) {
        String key = Nickname.keyOf(name);
        return memberships.in(tx, group).stream()
                .filter(place -> place.role() == Role.MENTOR && Objects.equals(Nickname.keyOf(place.nickname()), key))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("as", "This group has no such mentor."));
    }
}
