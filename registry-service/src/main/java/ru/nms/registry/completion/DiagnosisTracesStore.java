package ru.nms.registry.completion;

import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.registry.trace.ExportedTraces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What diagnostics said of people follows them.
@Repository
class DiagnosisTracesStore implements ExportedTraces {

    private final DatabaseClient db;
    private final Register<Completion> completions;
    private final Registers registers;

    DiagnosisTracesStore(DatabaseClient db, Register<Completion> completions, Registers registers) {
        this.db = db;
        this.completions = completions;
        this.registers = registers;
    }

    @Override
    public Mono<JsonNode> told(UUID person) {
        return db.sql("""
                SELECT (SELECT count(*) FROM result_copy r WHERE r.person_id = :person AND NOT r.deleted) AS results,
                       (SELECT count(*) FROM deficit_copy d WHERE d.person_id = :person AND NOT d.deleted) AS deficits
                """)
                .bind("person", person)
                .map(row -> (JsonNode) JsonNodeFactory.instance.objectNode().put("diagnosticResults", row.get("results", Long.class))
                        .put("deficits", row.get("deficits", Long.class)))
                .one();
    }

    /// Which training was chosen by diagnostics depends on all that is known of the person.
    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return all("UPDATE %s SET person_id = :to WHERE person_id = :person", Map.of("person", from, "to", to))
                .then(registers.refresh(completions, new Scope.Condition("e.person_id = :person", Map.of("person", to))));
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return all("UPDATE %s SET person_id = NULL WHERE person_id = :person", Map.of("person", person));
    }

    private Mono<Void> all(String sql, Map<String, UUID> ids) {
        var condition = new Scope.Condition("", ids);
        return condition.bind(db.sql(sql.formatted("result_copy"))).then()
                .then(condition.bind(db.sql(sql.formatted("deficit_copy"))).then());
    }
}
