package org.dariro.console.pages;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The web console. Its classes are listed, so that nothing joins it by lying in the WAR. */
@ApplicationPath("console")
public class Console extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PageDoors.class,
                PageWriter.class,
                PageFaults.class,
                Assets.class,
                SignInPage.class,
                SecondFactorPage.class,
                LinkPage.class,
                TodayPage.class,
                GroupsPage.class,
                NewGroupPage.class,
                GroupPage.class,
                GroupSettingsPage.class,
                JoinCardPage.class,
                RotaPage.class,
                RotaChangePage.class,
                MembersPage.class,
                ImportPage.class,
                MemberPage.class,
                EventsPage.class,
                HoldPage.class,
                AlertsPage.class,
                AlertPage.class,
                AccountPage.class,
                PeoplePage.class,
                StaffPage.class,
                TokensPage.class,
                AccountsPage.class,
                SpendPage.class,
                GroupSpendPage.class,
                InvoicesPage.class,
                ReportsPage.class,
                StudiesPage.class,
                WebhooksPage.class,
                ProgrammePage.class,
                GroupProgrammePage.class,
                WellbeingPage.class,
                RepliesPage.class,
                SearchPage.class,
                LexiconsPage.class,
                LexiconPage.class,
                LexiconTestsPage.class,
                MissedPage.class,
                RecordPage.class,
                LinesPage.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
