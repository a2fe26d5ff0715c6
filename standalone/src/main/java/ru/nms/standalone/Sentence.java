package ru.nms.standalone;

import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

import ru.nms.platform.embedded.StartRefusal;
import ru.nms.platform.region.InvalidRegionProfile;

/// Why there is no start, in one sentence for a person; the whole story is in the log.
final class Sentence {

    private Sentence() {}

    static String of(Throwable failure) {
        var deepest = failure;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            deepest = cause;
            if (cause instanceof StartRefusal || cause instanceof InvalidRegionProfile || cause instanceof PortInUseException) {
                return String.valueOf(cause.getMessage());
            }
        }
        LoggerFactory.getLogger(Sentence.class).error("no start", failure);
        return "The start failed: %s (%s). The log in %s tells more.".formatted(deepest.getMessage(),
                deepest.getClass().getSimpleName(), System.getProperty("nms.log"));
    }
}
