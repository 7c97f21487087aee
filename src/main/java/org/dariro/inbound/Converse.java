package org.dariro.inbound;

import jakarta.inject.Inject;
import org.dariro.conversation.Conversation;
import org.dariro.conversation.Meaning;
import org.dariro.conversation.SenderWatch;
import org.dariro.conversation.Speaker;
import org.dariro.conversation.Utterance;
import org.dariro.group.GroupLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.programme.WellbeingAnswers;

/** Hold, release or answer: what each text leads to. The groups that will be written to are locked first, all at once. */
@Component
public class Converse implements Step {
    private final Conversation conversation;
    private final WellbeingAnswers wellbeing;
    private final SenderWatch watch;
    private final GroupLog log;

    @Inject
    public Converse(Conversation conversation, WellbeingAnswers wellbeing, SenderWatch watch, GroupLog log) {
        this.conversation = conversation;
        this.wellbeing = wellbeing;
        this.watch = watch;
        this.log = log;
    }

    @Override
    public void apply(Arrivals arrivals) {
        log.lock(
                arrivals.tx,
                arrivals.onTheirWay()
                        .flatMap(arrival -> arrival.speaker.stream())
                        .map(speaker -> speaker.group().id())
                        .toList());
        arrivals.onTheirWay().toList().forEach(arrival -> arrival.meaning = converse(arrivals.tx, arrival));
    }

    private Meaning converse(Transaction tx, Arrival arrival) {
        if (arrival.member == null || arrival.line == null) {
            return Meaning.NO_PERSON;
        }
        Utterance said = new Utterance(
                arrival.member,
                arrival.speaker.map(Speaker::line).orElse(arrival.line),
                arrival.speaker,
                arrival.text,
                arrival.asked,
                arrival.addressed,
                arrival.ruling,
                watch.judge(tx, arrival.member.id(), arrival.text));
        return wellbeing.hear(tx, said).orElseGet(() -> conversation.receive(tx, said));
    }
}
