package ru.nms.platform.embedded;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A broker that meets a fatal fault ends its process. Ours ends too, since nothing would be published any more,
/// but says why and lets the other parts close.
final class KafkaExit {

    private static final Logger log = LoggerFactory.getLogger(KafkaExit.class);

    private KafkaExit() {}

    static void speakUp() {
        Exit.setExitProcedure(KafkaExit::end);
        Exit.setHaltProcedure(KafkaExit::end);
    }

    /// Not on the broker's own thread: the shutdown waits for that one.
    private static void end(int status, @Nullable String message) {
        log.error("Kafka met a fatal fault and this process ends with status {}: {}", status, message);
        Thread.ofPlatform().name("kafka-exit").start(() -> System.exit(status));
        throw new IllegalStateException("Kafka met a fatal fault.");
    }
}
