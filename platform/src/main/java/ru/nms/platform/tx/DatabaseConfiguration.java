package ru.nms.platform.tx;

import java.time.Duration;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import ru.nms.platform.ServiceSettings;

/// Connections, after the schema is in place.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

    @Bean
    Migrations.Schema schema(DatabaseSettings settings, ServiceSettings service) {
        return Migrations.run(settings, service.name());
    }

    @Bean
    SchemaHealth schemaHealthIndicator(Migrations.Schema schema, DatabaseClient db) {
        return new SchemaHealth(schema, db);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(DatabaseSettings settings, ServiceSettings service, Migrations.Schema migrated) {
        var liveness = new IdleCheck();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(driver(settings, service))
                .name(service.name())
                .initialSize(2)
                .minIdle(2)
                .maxSize(settings.poolSize())
                .maxAcquireTime(settings.acquireTimeout())
                .maxCreateConnectionTime(settings.acquireTimeout())
                .maxIdleTime(Duration.ofMinutes(5))
                .maxLifeTime(Duration.ofMinutes(30))
                .backgroundEvictionInterval(Duration.ofSeconds(30))
                .validationDepth(ValidationDepth.LOCAL)   // a look at the own socket, which cannot take long: no timer for it
                .postAllocate(liveness::afterAcquire)
                .preRelease(liveness::beforeRelease)
                .acquireRetry(settings.poolSize())
                .build());
    }

    static ConnectionFactory driver(DatabaseSettings settings, ServiceSettings service) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username(settings.user())
                .password(settings.password())
                .applicationName("nms-" + service.name())
                .connectTimeout(settings.acquireTimeout())
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .options(Map.of(
                        "statement_timeout", millis(settings.statementTimeout()),
                        "lock_timeout", millis(settings.lockTimeout()),
                        "idle_in_transaction_session_timeout", millis(settings.idleInTransactionTimeout()),
                        "transaction_timeout", millis(settings.transactionTimeout())))
                .build());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionFactory connections) {
        return new R2dbcTransactionManager(connections);
    }

    @Bean
    Tx tx(ReactiveTransactionManager manager) {
        return new Tx(manager);
    }

    @Bean
    StartRunner startRunner(ObjectProvider<AtStart> works) {
        return new StartRunner(works.orderedStream().toList());
    }
}
