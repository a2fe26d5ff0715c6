package ru.nms.platform.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

/// A real Kafka broker (KRaft, broker and controller in one) inside this process, on 127.0.0.1 and a folder that may last.
public final class KafkaServer implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /// @param port 0 for any free one
    public static KafkaServer start(Path folder, int port) {
        KafkaExit.speakUp();
        var claimed = Ports.claim(port, "Kafka");
        var settings = KafkaSettings.of(folder, claimed, Ports.free());
        format(folder, settings);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException cause) {
            throw new StartRefusal("Kafka does not start on %s: %s".formatted(folder, cause.getMessage()), cause);
        }
        return new KafkaServer(server, claimed);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder, Properties settings) {
        if (Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            return;
        }
        var said = new ByteArrayOutputStream();
        var file = write(folder, settings);
        var status = StorageTool.execute(new String[] {"format", "--ignore-formatted",
                "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new StartRefusal("Kafka cannot make its data folder %s: %s".formatted(folder, said.toString(StandardCharsets.UTF_8)));
        }
    }

    private static Path write(Path folder, Properties settings) {
        var file = folder.resolve("format.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
            return file;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
