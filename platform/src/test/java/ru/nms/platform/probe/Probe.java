package ru.nms.platform.probe;

import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import ru.nms.platform.DataConfiguration;
import ru.nms.platform.access.ReadAuditConfiguration;
import ru.nms.platform.embedded.Database;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.problem.ProblemConfiguration;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.testkit.TestServers;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.json.JsonMapper;

/// Starts the probe against real servers.
public final class Probe {

    private Probe() {}

    @Configuration(proxyBeanMethods = false)
    @Import({DataConfiguration.class, ProblemConfiguration.class, ReadAuditConfiguration.class})
    static class Beans {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }

        @Bean
        ThingImport thingImport(DatabaseClient db, Outbox outbox) {
            return new ThingImport(db, outbox);
        }

        @Bean
        OwnTopics ownTopics() {
            return new OwnTopics(List.of(ThingChanged.TOPIC));
        }

        @Bean
        Things things(DatabaseClient db, Tx tx, Outbox outbox) {
            return new Things(db, tx, outbox);
        }

        @Bean
        Retelling thingRetelling(Things things) {
            return new Retelling(List.of(ThingChanged.TOPIC), "thing", things::announceAll);
        }

        @Bean
        ThingProjection thingProjection(DatabaseClient db) {
            return new ThingProjection(db);
        }

        @Bean
        Feed thingFeed() {
            return new Feed("things", "thing t", "t", "json_build_object('title', t.title)",
                    "json_build_object('id', t.id)", List.of());
        }
    }

    public static ConfigurableApplicationContext start(Database database, String kafka) {
        SpringApplication application = new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
                .properties(Map.of(
                        "nms.service.name", "probe",
                        "nms.database.host", database.host(),
                        "nms.database.port", database.port(),
                        "nms.database.name", database.name(),
                        "nms.database.user", database.user(),
                        "nms.database.password", database.password(),
                        "nms.imports.rows-at-once", "2000",
                        "nms.kafka.bootstrap-servers", kafka))
                .build();
        return application.run();
    }

    /// One probe for the tests that only need one.
    public static ConfigurableApplicationContext shared() {
        return Shared.CONTEXT;
    }

    private static final class Shared {
        static final ConfigurableApplicationContext CONTEXT = start(TestServers.database("probe"), TestServers.kafka());
    }
}
