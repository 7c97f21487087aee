package org.dariro.safeguarding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of tags: what screening found in posts. */
@Component
public class PostTagDao {
    private static final Write INSERT =
            new Write(76, "insert into post_tags (post_id, severity, category) values (?, ?, ?)");

    void insert(Transaction tx, long post, Ruling ruling) {
        tx.write(INSERT, post, ruling.severity().name().toLowerCase(Locale.ROOT), ruling.category());
    }

    /** The tags of some posts, by post; most have none. */
    Map<Long, Tag> of(Transaction tx, Collection<Long> posts) {
        Map<Long, Tag> tags = new HashMap<>();
        List<Map.Entry<Long, Tag>> found = tx.query(
                        "select post_id, severity, category from post_tags where post_id = any(?)")
                .bind(0, posts.toArray(Long[]::new))
                .map((row, context) -> Map.entry(
                        row.getLong("post_id"), new Tag(row.getString("severity"), row.getString("category"))))
                .list();
        found.forEach(entry -> tags.put(entry.getKey(), entry.getValue()));
        return tags;
    }
}
