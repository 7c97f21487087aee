package org.dariro.console.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The JSON API. Its classes are listed, so that nothing joins it by lying in the WAR. docs/api.md shows how to call it. */
@ApplicationPath("api/v1")
public class Api extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                Doors.class,
                JsonBody.class,
                Problems.class,
                AccountsResource.class,
                AccountTestResource.class,
                UnknownDeliveryResource.class,
                LinesResource.class,
                GroupLinesResource.class,
                NetworksResource.class,
                PricesResource.class,
                GroupsResource.class,
                GroupTemplatesResource.class,
                MembersResource.class,
                MemberResource.class,
                AnswersResource.class,
                WellbeingResource.class,
                MoveResource.class,
                PauseResource.class,
                ErasureResource.class,
                ReferralsResource.class,
                OverviewResource.class,
                JoinCardResource.class,
                MuteResource.class,
                ImportResource.class,
                PostsResource.class,
                ScheduleResource.class,
                ProgrammesResource.class,
                TopicsResource.class,
                GuestsResource.class,
                PrivateWordsResource.class,
                MessagesResource.class,
                HoldsResource.class,
                AlertsResource.class,
                AlertResource.class,
                WatchesResource.class,
                ProtocolsResource.class,
                LexiconsResource.class,
                LexiconTestsResource.class,
                MissedResource.class,
                TokensResource.class,
                WebhooksResource.class,
                AuditResource.class,
                StaffResource.class,
                RotaResource.class,
                EscalationsResource.class,
                DeliveriesResource.class,
                GroupDeliveriesResource.class,
                AttentionResource.class,
                GroupAttentionResource.class,
                DailyCountsResource.class,
                SummaryResource.class,
                SpendResource.class,
                BudgetsResource.class,
                BudgetResource.class,
                GroupBudgetResource.class,
                ExchangeRatesResource.class,
                ReportsResource.class,
                StudiesResource.class,
                InvoicesResource.class,
                UsersResource.class,
                SavedRepliesResource.class,
                UnreadResource.class,
                SearchResource.class,
                PostPriceResource.class,
                StaffNumberResource.class,
                SettledWordsResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
