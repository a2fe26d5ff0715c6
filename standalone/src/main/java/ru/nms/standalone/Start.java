package ru.nms.standalone;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.context.ConfigurableApplicationContext;

import ru.nms.platform.embedded.DataFolder;
import ru.nms.platform.embedded.KafkaServer;
import ru.nms.platform.embedded.Ports;
import ru.nms.platform.embedded.PostgresServer;
import ru.nms.platform.embedded.PostgresSettings;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.standalone.identity.IdentityProvider;
import ru.nms.standalone.identity.IdentitySettings;

/// Starts the parts of the process as parallel as their needs allow; when one fails, those that started are closed.
final class Start {

    /// More threads than cores: PostgreSQL and Kafka mostly wait.
    private static final int STARTERS = 4;

    private final Options options;
    private final Parts parts;
    private final DataFolder data;
    private final IdentitySettings identity;

    private Start(Options options, Parts parts, DataFolder data) {
        this.options = options;
        this.parts = parts;
        this.data = data;
        this.identity = new IdentitySettings(data.folder("identity"), options.identityPort(), options.gatewayPort(), options.demo());
    }

    static RunningSystem of(Options options, Parts parts) {
        RegionProfiles.load(options.region());
        claimPorts(options);
        var folder = options.data();
        try (var threads = Executors.newFixedThreadPool(STARTERS)) {
            var data = parts.start("data folder", () -> folder == null ? DataFolder.passing("nms-demo-") : DataFolder.open(folder));
            return new Start(options, parts, data).in(threads);
        } catch (CompletionException failure) {
            parts.close();
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /// Before anything starts, so that a taken port is said at once.
    private static void claimPorts(Options options) {
        Ports.claim(options.identityPort(), "the identity provider");
        Stream.concat(Stream.of(ServiceSpec.GATEWAY), ServiceSpec.ALL.stream())
                .forEach(service -> Ports.claim(service.port(options), service.name()));
    }

    private RunningSystem in(ExecutorService threads) {
        var postgres = async(threads, () -> parts.start("PostgreSQL",
                () -> PostgresServer.start(postgresSettings())));
        var kafka = async(threads, () -> parts.start("Kafka",
                () -> KafkaServer.start(data.folder("kafka"), options.kafkaPort())));
        var people = async(threads, () -> parts.start("identity", () -> IdentityProvider.start(identity)));
        var services = ServiceSpec.ALL.stream().filter(ServiceSpec::present).map(service -> postgres.thenCombineAsync(kafka,
                (database, broker) -> service(service, database, broker), threads));
        CompletableFuture.allOf(Stream.concat(Stream.of(people), services).toArray(CompletableFuture[]::new)).join();
        if (ServiceSpec.GATEWAY.present()) {
            gateway();   // the last one: whoever reaches it finds the services behind it
        }
        return new RunningSystem(options, parts, identity.issuer(), people.join().identities(),
                postgres.join().admin().jdbcUrl(), kafka.join().bootstrapServers());
    }

    private PostgresSettings postgresSettings() {
        var folder = data.folder("postgres");
        return options.data() == null ? PostgresSettings.passing(folder) : PostgresSettings.lasting(folder, options.postgresPort());
    }

    private ConfigurableApplicationContext gateway() {
        return parts.start("gateway", () -> ServiceContext.start(ServiceSpec.GATEWAY, surroundings("").ofGateway()));
    }

    private ConfigurableApplicationContext service(ServiceSpec service, PostgresServer postgres, KafkaServer kafka) {
        return parts.start(service.name(), () -> ServiceContext.start(service,
                surroundings(kafka.bootstrapServers()).of(service, postgres.database(service.name()))));
    }

    private Surroundings surroundings(String kafka) {
        return new Surroundings(options, identity.issuer(), kafka);
    }

    private static <T> CompletableFuture<T> async(ExecutorService threads, Supplier<T> starter) {
        return CompletableFuture.supplyAsync(starter, threads);
    }
}
