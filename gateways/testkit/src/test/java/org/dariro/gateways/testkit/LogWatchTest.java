package org.dariro.gateways.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogWatchTest {

    @Test
    void everyLevelOfBothLoggersIsHeardWithParametersAndCauses() {
        try (LogWatch log = LogWatch.open()) {
            LoggerFactory.getLogger("quiet.one").trace("a {}", "tit");
            LoggerFactory.getLogger("quiet.two").debug("b", new IllegalStateException("c", new Exception("wren")));
            Logger.getLogger("quiet.three").log(Level.FINEST, "d", "robin");
            String heard = String.join("\n", log.lines());
            assertTrue(heard.contains("tit") && heard.contains("wren") && heard.contains("robin"), heard);
        }
    }
}
