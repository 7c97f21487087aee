package org.dariro.delivery;

import java.util.List;
import org.dariro.spend.Segments;

/**
 * One text for one member, as {@link Packing} makes it.
 *
 * @param firstSeq the first post in it
 * @param lastSeq the last post in it
 * @param seqs all posts in it, in order; a part of a post too long for one text names that post, as its other parts do
 */
public record Packed(String text, long firstSeq, long lastSeq, List<Long> seqs, Segments segments) {
    public Packed {
        seqs = List.copyOf(seqs);
    }
}
