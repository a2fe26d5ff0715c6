package ru.nms.diagnostics.standing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;

/// What tasks of an attempt gave, for those who may see its points: the person, and the coordinator.
@Repository
class StandingStore {

    private final DatabaseClient db;

    StandingStore(DatabaseClient db) {
        this.db = db;
    }

    record Taken(UUID id, UUID personId, UUID instrumentId, UUID frameworkId, @Nullable UUID scaleId, String status) {}

    /// Points by competence.
    record Part(String competence, long tasks, BigDecimal points, BigDecimal maximum) {}

    Mono<Taken> attempt(UUID id, Caller caller) {
        var scope = scope(caller);
        return scope.bind(db.sql("""
                SELECT a.id, a.person_id, a.instrument_id, e.framework_id, e.scale_id, a.status
                  FROM attempt a JOIN instrument e ON e.id = a.instrument_id
                 WHERE a.id = :id AND %s
                """.formatted(scope.sql()))).bind("id", id).mapProperties(Taken.class).one();
    }

    private static Scope.Condition scope(Caller caller) {
        var self = caller.personId();
        return caller.is(Role.COORDINATOR) ? Scope.Condition.ALL : self == null ? new Scope.Condition("FALSE", Map.of())
                : new Scope.Condition("a.person_id = :self", Map.of("self", self));
    }

    /// A task without an answer gave no points.
    Flux<Part> parts(UUID attempt) {
        return db.sql("""
                SELECT t.competence, count(*) AS tasks, sum(coalesce(n.points, 0)) AS points, sum(t.points) AS maximum
                  FROM attempt a
                  JOIN task t ON t.instrument_id = a.instrument_id AND NOT t.deleted AND (t.variant IS NULL OR t.variant = a.variant)
                  LEFT JOIN answer n ON n.attempt_id = a.id AND n.task_id = t.id
                 WHERE a.id = :attempt GROUP BY t.competence ORDER BY t.competence
                """).bind("attempt", attempt).mapProperties(Part.class).all();
    }
}
