package ru.nms.platform.testkit;

import java.time.Duration;
import java.util.Locale;

import org.awaitility.Awaitility;

import ru.nms.platform.embedded.Database;
import ru.nms.platform.embedded.Databases;

/// One PostgreSQL and one Kafka for all tests of a JVM, started when first asked for.
/// `NMS_TEST_SERVERS=embedded|containers|auto` says which kind; both are real servers.
public final class TestServers {

    /// Generous: a busy machine must not turn a test red.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestServerKind KIND = kind(System.getenv().getOrDefault("NMS_TEST_SERVERS", "auto"));

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private TestServers() {}

    /// The administrator's database.
    public static Database postgres() {
        return Postgres.ADMIN;
    }

    /// A fresh, empty database with a role of the same name; an older one of that name is dropped.
    public static Database database(String name) {
        return new Databases(postgres()).recreate(name);
    }

    /// The bootstrap servers. Topics are not made by themselves.
    public static String kafka() {
        return Kafka.BOOTSTRAP_SERVERS;
    }

    private static TestServerKind kind(String wanted) {
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "embedded" -> new EmbeddedTestServers();
            case "containers" -> new ContainerTestServers();
            case "auto" -> ContainerTestServers.possible() ? new ContainerTestServers() : new EmbeddedTestServers();
            default -> throw new IllegalArgumentException("NMS_TEST_SERVERS is '%s'; it may be embedded, containers or auto."
                    .formatted(wanted));
        };
    }

    /// Contexts close first, so that their pools and consumers do not fill the log with broken connections.
    static void atEnd(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("SpringApplicationShutdownHook"))
                    .forEach(TestServers::join);
            action.run();
        }, "test-servers-end"));
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Postgres {
        static final Database ADMIN = KIND.postgres();
    }

    private static final class Kafka {
        static final String BOOTSTRAP_SERVERS = KIND.kafka();
    }
}
