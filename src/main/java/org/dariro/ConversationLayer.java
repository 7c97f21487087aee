package org.dariro;

import java.time.InstantSource;
import org.dariro.conversation.Answers;
import org.dariro.conversation.Asking;
import org.dariro.conversation.Closure;
import org.dariro.conversation.Confiding;
import org.dariro.conversation.ConsentDao;
import org.dariro.conversation.ConversationSettings;
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.Joining;
import org.dariro.conversation.Keywords;
import org.dariro.conversation.Leaving;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.Moderation;
import org.dariro.conversation.Moving;
import org.dariro.conversation.Naming;
import org.dariro.conversation.Numbering;
import org.dariro.conversation.PlaceRecordDao;
import org.dariro.conversation.PlaceRecords;
import org.dariro.conversation.Posting;
import org.dariro.conversation.PrivateWordDao;
import org.dariro.conversation.Replies;
import org.dariro.conversation.Reporting;
import org.dariro.conversation.SavedReplies;
import org.dariro.conversation.StaffRules;
import org.dariro.conversation.Tending;
import org.dariro.conversation.WaitingWords;
import org.dariro.conversation.WaitingWordsDao;
import org.dariro.delivery.AccountFigures;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.DeliveryListDao;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.programme.Attention;
import org.dariro.programme.AttentionDao;
import org.dariro.programme.Budgeting;
import org.dariro.programme.DailyCounts;
import org.dariro.programme.DailyCountsDao;
import org.dariro.programme.GuestDao;
import org.dariro.programme.GuestSessions;
import org.dariro.programme.ProgrammeRoute;
import org.dariro.programme.ProgrammeVoice;
import org.dariro.programme.Schedule;
import org.dariro.programme.ScheduleDao;
import org.dariro.programme.Sending;
import org.dariro.programme.TermDao;
import org.dariro.programme.TopicPlans;
import org.dariro.programme.Wellbeing;
import org.dariro.programme.WellbeingAnswers;
import org.dariro.programme.WellbeingDao;
import org.dariro.programme.WellbeingRounds;

/** What texts mean and lead to, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class ConversationLayer extends SafetyLayer {
    public final Keywords keywords;
    public final Replies replies;
    public final Joining joining;
    public final Leaving leaving;
    public final Asking asking;
    public final PrivateWordDao privateWords;
    public final WaitingWords waitingWords;
    public final Closure closure;
    public final Posting posting;
    public final Enrolment enrolment;
    public final Tending tending;
    public final Moderation moderation;
    public final Mentoring mentoring;
    public final AccountFigures figures;
    public final Attention attention;
    public final Deliveries deliveries;
    public final Budgeting budgeting;
    public final PlaceRecords placeRecords;
    public final SavedReplies savedReplies;
    public final Schedule schedule;
    public final Sending sending;
    public final GuestSessions guests;
    public final TopicPlans topics;
    public final Wellbeing wellbeing;
    public final WellbeingRounds rounds;
    public final DailyCounts dailyCounts;
    final WellbeingAnswers wellbeingAnswers;
    public final Numbering numbering;
    public final StaffRules staffRules;
    public final Moving moving;
    final ConversationSettings conversationSettings;
    final Reporting reporting;
    final Answers answers;
    final Confiding confiding;

    ConversationLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        super(settings, vault, clock, work);
        conversationSettings = ConversationSettings.of(settings);
        keywords = Keywords.load(templates, messages);
        ConsentDao consents = new ConsentDao(ids, clock);
        replies = new Replies(outbox, messages, memberships, conversationSettings);
        joining = new Joining(members, groups, log, memberships, consents, replies);
        leaving = new Leaving(members, memberships, groups, log, due, consents, outbox, replies, clock);
        asking = new Asking(members, memberships, groups, log, digests, messages, replies, safeguard);
        placeRecords = new PlaceRecords(new PlaceRecordDao(), consents, members, vault, audit, ids, clock);
        privateWords = new PrivateWordDao(vault, ids, clock);
        waitingWords = new WaitingWords(new WaitingWordsDao(), privateWords, audit, webhooks, clock);
        closure = new Closure(alerts, privateWords);
        posting = new Posting(log, memberships, safeguard, privateWords, waitingWords, conversationSettings, clock);
        answers = new Answers(replies, posting, safeguard);
        confiding = new Confiding(
                memberships,
                groups,
                asking,
                posting,
                privateWords,
                answers,
                replies,
                screener,
                screened,
                safeguard,
                alertHistory,
                clock);
        reporting = new Reporting(memberships, reports, privateWords, waitingWords, posting, replies);
        Naming naming = new Naming(memberships, keywords);
        enrolment = new Enrolment(
                members, memberships, log, lines, pricing, messages, naming, joining, consents, staff, audit);
        tending = new Tending(members, memberships, lines, messages, keywords, naming, joining, asking);
        moderation =
                new Moderation(members, memberships, lines, leaving, outbox, replies, consents, staff, audit, clock);
        numbering = new Numbering(members, audit);
        staffRules = new StaffRules(staff, members, memberships, lines);
        WellbeingDao questions = new WellbeingDao();
        wellbeing = new Wellbeing(questions, members);
        moving = new Moving(
                members,
                memberships,
                log,
                lines,
                pricing,
                outbox,
                joining,
                replies,
                consents,
                placeRecords,
                wellbeing,
                alertHistory,
                safeguard,
                audit);
        mentoring = new Mentoring(
                log,
                members,
                memberships,
                lines,
                outbox,
                till,
                privateWords,
                screener,
                screened,
                alerts,
                messages,
                conversationSettings,
                vault,
                audit,
                clock);
        figures = new AccountFigures(
                database, new DeliveryListDao(), accounts, lines, dispatch, watch, health, metrics, clock);
        attention = new Attention(new AttentionDao(), log, memberships, clock, settings);
        deliveries = new Deliveries(new DeliveryListDao());
        budgeting = new Budgeting(database, groups, budgets, outlooks, budgetWatch, due, clock, settings);
        savedReplies = new SavedReplies(templates, messages);
        ScheduleDao scheduled = new ScheduleDao(vault);
        ProgrammeVoice voice = new ProgrammeVoice(memberships, log, messages);
        schedule = new Schedule(scheduled, groups, memberships, audit, ids, clock);
        sending = new Sending(database, scheduled, voice, mentoring, groups, memberships, budgets, audit, ids, clock);
        guests = new GuestSessions(
                database,
                new GuestDao(),
                voice,
                schedule,
                mentoring,
                groups,
                memberships,
                log,
                messages,
                audit,
                ids,
                clock);
        topics = new TopicPlans(templates, schedule, messages, ids, clock);
        rounds = new WellbeingRounds(
                database,
                questions,
                new TermDao(),
                groups,
                memberships,
                members,
                lines,
                till,
                messages,
                audit,
                ids,
                clock);
        wellbeingAnswers = new WellbeingAnswers(questions, groups, memberships, posting, outbox, messages, clock);
        dailyCounts = new DailyCounts(
                database, new DailyCountsDao(), attention, callees, rotas, groups, till, messages, audit, clock);
        routes.add(new ProgrammeRoute(guests, sending, rounds, dailyCounts));
    }
}
