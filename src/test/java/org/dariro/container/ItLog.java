package org.dariro.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps every log record of the server under test in a file, whatever its level; {@link org.dariro.transcript.WhatTheLogHoldsIT} reads it. */
@ApplicationScoped
public class ItLog {
    private static final Logger OURS = Logger.getLogger("org.dariro");

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) throws IOException {
        FileHandler file = new FileHandler(System.getProperty("dariro.it.log"));
        file.setFormatter(new SimpleFormatter());
        file.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(file);
        OURS.setLevel(Level.ALL);
    }
}
