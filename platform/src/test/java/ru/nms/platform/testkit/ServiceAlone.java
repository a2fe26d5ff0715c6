package ru.nms.platform.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Role;
import ru.nms.platform.embedded.DataFolder;
import ru.nms.platform.embedded.KafkaServer;
import ru.nms.platform.embedded.Ports;
import ru.nms.platform.json.EventJson;

/// One service as a process of its own, with a database and a broker that nobody else uses: no other service exists.
public final class ServiceAlone implements AutoCloseable {

    /// What is promised for a start; the process is waited for somewhat longer, so that a late one is seen to be late.
    public static final Duration PROMISED = Duration.ofSeconds(60);

    private final DataFolder data;
    private final KafkaServer kafka;
    private final JavaProcess process;
    private final int port;
    private final Duration readyAfter;

    private ServiceAlone(DataFolder data, KafkaServer kafka, JavaProcess process, int port, Duration readyAfter) {
        this.data = data;
        this.kafka = kafka;
        this.process = process;
        this.port = port;
        this.readyAfter = readyAfter;
    }

    /// @param properties further ones, such as `nms.region=perm`
    public static ServiceAlone start(Class<?> application, String name, String... properties) {
        var database = TestServers.database(name + "_alone");
        var data = DataFolder.passing("nms-test-");
        var kafka = KafkaServer.start(data.folder("kafka"), 0);
        int port = Ports.free();
        int management = Ports.free();
        var arguments = new ArrayList<>(List.of(
                "server.port=" + port,
                "management.server.port=" + management,
                "nms.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "nms.database.host=" + database.host(),
                "nms.database.port=" + database.port(),
                "nms.database.name=" + database.name(),
                "nms.database.user=" + database.user(),
                "nms.database.password=" + database.password(),
                "nms.identity.issuer=" + Tokens.ISSUER,
                "nms.identity.audience=" + Tokens.AUDIENCE,
                "nms.identity.jwks-uri=" + Tokens.shared().jwksUri()));
        arguments.addAll(List.of(properties));
        long from = System.nanoTime();
        var process = JavaProcess.of(application.getName(), data.path().resolve("said"),
                arguments.stream().map(property -> "--" + property).toList());
        try {
            Awaitility.await().atMost(PROMISED.multipliedBy(2)).pollInterval(Duration.ofMillis(100))
                    .until(() -> ready(management) || !process.process().isAlive());
            if (!process.process().isAlive()) {
                throw new AssertionError("It ended: " + process.text());
            }
        } catch (RuntimeException | AssertionError e) {
            process.kill();
            kafka.close();
            data.close();
            throw e;
        }
        return new ServiceAlone(data, kafka, process, port, Duration.ofNanos(System.nanoTime() - from));
    }

    private static boolean ready(int management) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(
                    "http://127.0.0.1:%d/actuator/health/readiness".formatted(management))).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// From the start of the process to its readiness.
    public Duration readyAfter() {
        return readyAfter;
    }

    public WebTestClient as(Role role) {
        return as(role, null);
    }

    public WebTestClient as(Role role, @Nullable UUID person) {
        return with(person == null ? Tokens.of(role) : Tokens.of(role, person));
    }

    public WebTestClient with(String token) {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).responseTimeout(Duration.ofSeconds(20))
                .defaultHeader("Authorization", "Bearer " + token).build();
    }

    /// Says something in the place of the owner, who does not exist.
    public <E extends Event> void hears(Topic<E> topic, E event) {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), event.subject().toString(),
                    EventJson.create().mapper().writeValueAsString(event))).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.kill();
        kafka.close();
        data.close();
    }
}
