package ru.nms.platform.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

import ru.nms.platform.embedded.Database;

/// The servers as containers, with the images of `docker-compose.yml`.
final class ContainerTestServers implements TestServerKind {

    /// The socket is looked at first: without one, asking for the engine takes seconds and fills the log.
    static boolean possible() {
        var someAddress = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return someAddress && DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public Database postgres() {
        var container = new PostgreSQLContainer("postgres:18")
                .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C")
                .withUsername("postgres")
                .withDatabaseName("postgres");
        container.start();
        TestServers.atEnd(container::stop);
        return new Database(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                "postgres", container.getUsername(), container.getPassword());
    }

    @Override
    public String kafka() {
        var container = new KafkaContainer("apache/kafka:4.2.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        TestServers.atEnd(container::stop);
        return container.getBootstrapServers();
    }
}
