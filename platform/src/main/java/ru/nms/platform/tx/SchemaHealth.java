package ru.nms.platform.tx;

import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Not ready while the schema of the database is not the one this build was written for: another build has migrated it
/// further, or somebody has restored an older one beneath a running process. A database that does not answer changes
/// nothing: requests are answered 503 then, by each process.
final class SchemaHealth extends AbstractReactiveHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaHealth.class);

    private final Map<String, Integer> expected;
    private final DatabaseClient db;
    private volatile Map<String, Integer> found;

    /// @param schema as the migrations of this build have left it
    SchemaHealth(Migrations.Schema schema, DatabaseClient db) {
        this.expected = schema.versions();
        this.db = db;
        this.found = expected;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Flux.fromIterable(expected.keySet())
                .concatMap(history -> newest(history).map(version -> Map.entry(history, version)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .doOnNext(this::tell)
                .onErrorResume(e -> Mono.just(found))
                .map(versions -> (versions.equals(expected) ? builder.up() : builder.outOfService())
                        .withDetail("expected", expected).withDetail("found", versions).build());
    }

    private void tell(Map<String, Integer> versions) {
        boolean changed = !versions.equals(found);
        found = versions;
        if (changed) {
            if (versions.equals(expected)) {
                LOG.info("The schema is the one this build expects again: {}", expected);
            } else {
                LOG.error("Not ready: the schema of the database is {}, this build expects {}. Start the build that belongs "
                        + "to the database, or restart this one to migrate an older database.", versions, expected);
            }
        }
    }

    private Mono<Integer> newest(String history) {
        return db.sql("SELECT coalesce(max(CAST(version AS int)), 0) AS newest FROM %s WHERE success AND version ~ '^[0-9]+$'"
                        .formatted(history))
                .map(row -> row.get("newest", Integer.class))
                .one();
    }
}
