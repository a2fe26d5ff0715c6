package ru.nms.platform.embedded;

import java.nio.file.Path;
import java.util.Properties;

/// A broker for one machine: few threads, small buffers, one copy of everything.
final class KafkaSettings {

    private static final String FIXED = """
            process.roles=broker,controller
            node.id=1
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=CLIENT
            auto.create.topics.enable=false
            num.partitions=1
            default.replication.factor=1
            min.insync.replicas=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            broker.session.timeout.ms=2000
            broker.heartbeat.interval.ms=500
            num.network.threads=2
            num.io.threads=2
            background.threads=1
            num.recovery.threads.per.data.dir=1
            log.cleaner.dedupe.buffer.size=4194304
            log.cleaner.io.buffer.size=65536
            log.index.size.max.bytes=1048576
            """;

    private KafkaSettings() {}

    static Properties of(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        FIXED.lines().map(line -> line.split("=", 2)).forEach(pair -> settings.setProperty(pair[0], pair[1]));
        settings.setProperty("log.dirs", folder.resolve("log").toString());
        settings.setProperty("listeners", "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        return settings;
    }
}
