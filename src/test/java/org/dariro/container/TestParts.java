package org.dariro.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;

/** In the container under test the clock moves by hand and work is done at once, so that nothing waits or depends on luck. */
@Alternative
@Priority(1)
@Singleton
public class TestParts {
    private static final HandClock CLOCK = new HandClock();

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    InstantSource clock() {
        return CLOCK;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Work work() {
        return Work.inline();
    }
}
