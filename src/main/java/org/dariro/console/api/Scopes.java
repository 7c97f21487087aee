package org.dariro.console.api;

import static java.util.Map.entry;

import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.dariro.console.token.Scope;

/**
 * Which scope opens which resource, in one place: one scope to read it, one to change anything. A resource that does not stand
 * here stops the start, and fails the build.
 */
final class Scopes {
    /** @param read for GET
     * @param change for everything else */
    private record Opened(Scope read, Scope change) {}

    private static final Opened GROUPS = new Opened(Scope.GROUPS_READ, Scope.GROUPS_WRITE);
    private static final Opened MEMBERS = new Opened(Scope.MEMBERS_READ, Scope.MEMBERS_WRITE);
    private static final Opened POSTS = new Opened(Scope.POSTS_READ, Scope.POSTS_WRITE);
    private static final Opened ALERTS = new Opened(Scope.ALERTS_READ, Scope.ALERTS_ACT);
    private static final Opened PROGRAMME = new Opened(Scope.PROGRAMME_READ, Scope.PROGRAMME_WRITE);
    private static final Opened LEXICONS = new Opened(Scope.LEXICONS_READ, Scope.LEXICONS_WRITE);
    private static final Opened STAFF = new Opened(Scope.STAFF_READ, Scope.STAFF_WRITE);
    private static final Opened DELIVERIES = new Opened(Scope.DELIVERIES_READ, Scope.DELIVERIES_WRITE);
    private static final Opened SPEND = new Opened(Scope.SPEND_READ, Scope.SPEND_WRITE);
    private static final Opened STUDIES = new Opened(Scope.STUDIES_READ, Scope.STUDIES_WRITE);
    private static final Opened LINES = new Opened(Scope.LINES_READ, Scope.LINES_WRITE);
    private static final Opened TOKENS = new Opened(Scope.TOKENS_READ, Scope.TOKENS_WRITE);
    private static final Opened USERS = new Opened(Scope.USERS_READ, Scope.USERS_WRITE);
    private static final Opened AUDIT = new Opened(Scope.AUDIT_READ, Scope.AUDIT_READ);

    private static final Map<Class<?>, Opened> RESOURCES = Map.ofEntries(
            entry(GroupsResource.class, GROUPS),
            entry(SummaryResource.class, GROUPS),
            entry(GroupTemplatesResource.class, GROUPS),
            entry(GroupLinesResource.class, GROUPS),
            entry(MembersResource.class, MEMBERS),
            entry(ImportResource.class, MEMBERS),
            entry(MuteResource.class, MEMBERS),
            entry(OverviewResource.class, GROUPS),
            entry(JoinCardResource.class, GROUPS),
            entry(MemberResource.class, MEMBERS),
            entry(AnswersResource.class, POSTS),
            entry(MoveResource.class, MEMBERS),
            entry(PauseResource.class, MEMBERS),
            entry(ErasureResource.class, MEMBERS),
            entry(ReferralsResource.class, MEMBERS),
            entry(PostsResource.class, POSTS),
            entry(PrivateWordsResource.class, POSTS),
            entry(SavedRepliesResource.class, POSTS),
            entry(UnreadResource.class, POSTS),
            entry(SearchResource.class, POSTS),
            entry(PostPriceResource.class, POSTS),
            entry(UsersResource.class, USERS),
            entry(StaffNumberResource.class, STAFF),
            entry(SettledWordsResource.class, POSTS),
            entry(MessagesResource.class, POSTS),
            entry(AttentionResource.class, POSTS),
            entry(GroupAttentionResource.class, POSTS),
            entry(DailyCountsResource.class, GROUPS),
            entry(HoldsResource.class, ALERTS),
            entry(AlertsResource.class, ALERTS),
            entry(AlertResource.class, ALERTS),
            entry(WatchesResource.class, ALERTS),
            entry(ProtocolsResource.class, ALERTS),
            entry(EscalationsResource.class, ALERTS),
            entry(MissedResource.class, ALERTS),
            entry(ScheduleResource.class, PROGRAMME),
            entry(ProgrammesResource.class, PROGRAMME),
            entry(TopicsResource.class, PROGRAMME),
            entry(GuestsResource.class, PROGRAMME),
            entry(WellbeingResource.class, PROGRAMME),
            entry(LexiconsResource.class, LEXICONS),
            entry(LexiconTestsResource.class, LEXICONS),
            entry(StaffResource.class, STAFF),
            entry(RotaResource.class, STAFF),
            entry(DeliveriesResource.class, DELIVERIES),
            entry(GroupDeliveriesResource.class, DELIVERIES),
            entry(UnknownDeliveryResource.class, DELIVERIES),
            entry(ReportsResource.class, SPEND),
            entry(StudiesResource.class, STUDIES),
            entry(SpendResource.class, SPEND),
            entry(BudgetsResource.class, SPEND),
            entry(BudgetResource.class, SPEND),
            entry(GroupBudgetResource.class, SPEND),
            entry(ExchangeRatesResource.class, SPEND),
            entry(InvoicesResource.class, SPEND),
            entry(AccountsResource.class, LINES),
            entry(AccountTestResource.class, LINES),
            entry(LinesResource.class, LINES),
            entry(NetworksResource.class, LINES),
            entry(PricesResource.class, LINES),
            entry(TokensResource.class, TOKENS),
            entry(WebhooksResource.class, TOKENS),
            entry(AuditResource.class, AUDIT));

    private Scopes() {}

    /** The scope that opens a method; empty for a resource that does not stand here. */
    static Optional<Scope> of(Class<?> resource, Method method) {
        return Optional.ofNullable(RESOURCES.get(resource))
                .map(opened -> method.isAnnotationPresent(GET.class) ? opened.read() : opened.change());
    }
}
