package ru.nms.platform.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.tx.Tx;

/// One service on a random port over real PostgreSQL and Kafka, started once for all tests of a module and closed
/// with the JVM: `static final ServiceUnderTest SERVICE = ServiceUnderTest.start(RegistryApplication.class, "registry")`.
public final class ServiceUnderTest {

    /// For a second service of the same name in one JVM: it works without a broker, where both would fence each other.
    public static final String NO_KAFKA = "nms.kafka.bootstrap-servers=localhost:9";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, ServiceUnderTest> RUNNING = new ConcurrentHashMap<>();

    private final Class<?> application;
    private final List<String> properties;
    private final ConfigurableApplicationContext context;

    private ServiceUnderTest(Class<?> application, List<String> properties) {
        this.application = application;
        this.properties = properties;
        this.context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.REACTIVE)
                .run(properties.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    /// @param name       of the service; also of its configuration and, with `_test`, of its database
    /// @param properties further ones, such as `nms.region=perm`; each set of them is a service and a database of its own
    public static ServiceUnderTest start(Class<?> application, String name, String... properties) {
        return RUNNING.computeIfAbsent(name + List.of(properties), key -> run(application, name, properties));
    }

    private static ServiceUnderTest run(Class<?> application, String name, String... properties) {
        var database = TestServers.database(name + "_test" + (RUNNING.isEmpty() ? "" : RUNNING.size()));
        var arguments = new ArrayList<>(List.of(properties));
        arguments.addAll(List.of(
                "spring.config.name=" + name,
                "server.port=0",
                "nms.database.host=" + database.host(),
                "nms.database.port=" + database.port(),
                "nms.database.name=" + database.name(),
                "nms.database.user=" + database.user(),
                "nms.database.password=" + database.password(),
                "nms.identity.issuer=" + Tokens.ISSUER,
                "nms.identity.audience=" + Tokens.AUDIENCE,
                "nms.identity.jwks-uri=" + Tokens.shared().jwksUri()));
        if (arguments.stream().noneMatch(NO_KAFKA::equals)) {
            arguments.add("nms.kafka.bootstrap-servers=" + TestServers.kafka());
        }
        return new ServiceUnderTest(application, List.copyOf(arguments));
    }

    /// One more process with the same settings over the same database, as in a rolling restart. The first one runs on:
    /// its end would take along the event loops that all services of this JVM share.
    public ServiceUnderTest startedAgain() {
        return new ServiceUnderTest(application, properties);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    /// Without a token.
    public WebTestClient anonymous() {
        return client().build();
    }

    /// With the token of one role and nobody in particular.
    public WebTestClient as(Role role) {
        return with(Tokens.of(role));
    }

    public WebTestClient as(Role role, UUID personId) {
        return with(Tokens.of(role, personId));
    }

    public WebTestClient as(Role role, @Nullable UUID personId, @Nullable UUID organisationId, @Nullable UUID municipalityId) {
        return with(Tokens.of(role, personId, organisationId, municipalityId));
    }

    public WebTestClient with(String token) {
        return client().defaultHeader("Authorization", "Bearer " + token).build();
    }

    private WebTestClient.Builder client() {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port()).responseTimeout(PATIENCE);
    }

    /// Runs the work in one transaction, as the projections do.
    public <T> @Nullable T inTransaction(Mono<T> work) {
        return bean(Tx.class).run(work).block(PATIENCE);
    }
}
