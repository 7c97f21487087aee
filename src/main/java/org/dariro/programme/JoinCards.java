package org.dariro.programme;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;

/** Makes the cards that are handed to people who may join. Their words can be changed as all that members read can. */
@Component
public class JoinCards {
    private static final String JOIN = "JOIN ";
    private final Lines lines;
    private final Messages messages;

    @Inject
    public JoinCards(Lines lines, Messages messages) {
        this.lines = lines;
        this.messages = messages;
    }

    /** The card of a group, with the number of its own line. */
    public JoinCard of(Group group) {
        Line line = lines.get(group.lineId());
        String text = JOIN + group.code();
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return new JoinCard(
                group.language(),
                line.address(),
                text,
                "sms:" + line.address() + "?body=" + encoded,
                words(group, "card-how"),
                words(group, "card-cost"),
                words(group, "card-safe"),
                words(group, "card-square"));
    }

    private String words(Group group, String key) {
        return messages.text(group.language(), key, Map.of());
    }
}
