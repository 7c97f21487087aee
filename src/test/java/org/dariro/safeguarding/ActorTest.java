package org.dariro.safeguarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** Whoever acts is known by id where there is one. */
class ActorTest {
    @Property(tries = 50)
    void aUserIsOneByTheIdWhateverTheName(
            @ForAll @LongRange(min = 1) long id,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String one,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String other) {
        Actor actor = new Actor("user " + id + " " + one, Optional.empty(), Set.of());
        assertTrue(actor.did("user " + id + " " + other, Optional.empty()));
        assertFalse(actor.did("user " + id + "0 " + one, Optional.empty()));
        assertFalse(actor.did("user " + id + " " + one, Optional.of(id)));
    }

    @Property(tries = 200)
    void oneOfTheStaffIsKnownByTheIdAlone(
            @ForAll @LongRange(min = 1, max = 9) long id,
            @ForAll @LongRange(min = 1, max = 9) long other,
            @ForAll @AlphaChars @StringLength(min = 1, max = 2) String name,
            @ForAll @AlphaChars @StringLength(min = 1, max = 2) String as) {
        Actor actor = new Actor(name, Optional.of(id), Set.of(id));
        assertEquals(id == other, actor.did(as, Optional.of(other)));
        assertEquals(name.equalsIgnoreCase(as), actor.did(as, Optional.empty()));
    }
}
