package ru.nms.standalone;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.slf4j.bridge.SLF4JBridgeHandler;

/// One log for the whole process; set up before the first logger is made.
final class Logs {

    private Logs() {}

    /// The log lies with lasting data. Boot would set logging up once more for each context, so it is told not to.
    static void of(Options options) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        if (options.data() != null) {
            System.setProperty("nms.log", options.data().resolve("log").toString());
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
