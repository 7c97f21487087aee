package org.dariro;

import java.time.InstantSource;
import org.dariro.delivery.Redaction;
import org.dariro.delivery.RedactionDao;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.programme.Closing;
import org.dariro.programme.ClosingRoute;
import org.dariro.programme.Convening;
import org.dariro.programme.Engagement;
import org.dariro.programme.EngagementDao;
import org.dariro.programme.Erasure;
import org.dariro.programme.ErasureDao;
import org.dariro.programme.GroupReader;
import org.dariro.programme.GroupTemplates;
import org.dariro.programme.JoinCards;
import org.dariro.programme.Overview;
import org.dariro.programme.OverviewDao;
import org.dariro.programme.ProgrammeReports;
import org.dariro.programme.ReportDao;
import org.dariro.programme.ReportRoute;
import org.dariro.programme.TermDao;
import org.dariro.programme.study.CohortDao;
import org.dariro.programme.study.DoseDao;
import org.dariro.programme.study.Studies;
import org.dariro.programme.study.StudyDao;
import org.dariro.programme.study.StudyExports;

/** How groups begin and end, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class ProgrammeLayer extends ConversationLayer {
    public final GroupTemplates groupTemplates;
    public final Convening convening;
    public final Closing closing;
    public final JoinCards joinCards;
    public final Erasure erasure;
    public final Overview overview;
    public final Engagement engagement;
    public final ProgrammeReports programmeReports;
    public final Studies studies;
    public final StudyExports studyExports;

    ProgrammeLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        super(settings, vault, clock, work);
        TermDao terms = new TermDao();
        groupTemplates = new GroupTemplates(templates, messages);
        convening = new Convening(
                groups, new GroupReader(lines, messages, groupTemplates), groupLines, terms, due, audit, clock);
        closing = new Closing(
                database, terms, groupTemplates, groups, memberships, members, lines, till, messages, audit, clock);
        engagement = new Engagement(new EngagementDao(), log);
        joinCards = new JoinCards(lines, messages);
        overview = new Overview(new OverviewDao(), convening, callees, budgets, clock);
        erasure = new Erasure(
                database,
                new ErasureDao(),
                members,
                memberships,
                placeRecords,
                wellbeing,
                staff,
                alertHistory,
                safeguard,
                outbox,
                new Redaction(new RedactionDao(), vault),
                audit,
                clock);
        programmeReports = new ProgrammeReports(database, new ReportDao(), clock);
        StudyDao studyDao = new StudyDao(vault);
        CohortDao cohorts = new CohortDao();
        studies = new Studies(studyDao, cohorts, groups, members, audit, ids, clock);
        studyExports = new StudyExports(database, studyDao, cohorts, new DoseDao(), log, wellbeing, audit, clock);
        routes.add(new ReportRoute(programmeReports));
        routes.add(new ClosingRoute(closing, erasure));
    }
}
