package ru.nms.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about acts of reorganisation.
@Repository
class ReorganisationStore {

    /// An organisation under the name that it had on the day of the act.
    record Side(UUID id, String name) {}

    /// An act as it was carried out.
    ///
    /// @param on the first day of the new order
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CarriedOut(UUID id, Reorganisation.Kind kind, LocalDate on, @Nullable String document, List<Side> predecessors,
                      List<Side> successors) {}

    private static final TypeReference<List<Side>> SIDES = new TypeReference<>() {};

    private final DatabaseClient db;
    private final JsonMapper json;

    ReorganisationStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    Mono<Void> keep(UUID id, Reorganisation act, Instant now) {
        return db.sql("""
                INSERT INTO reorganisation (id, kind, effective_on, document, predecessors, successors, created_at)
                VALUES (:id, :kind, :on, :document, :predecessors, :successors, :now)
                """)
                .bind("id", id)
                .bind("kind", act.kind().name())
                .bind("on", act.on())
                .bind("document", Parameters.in(R2dbcType.VARCHAR, act.document()))
                .bind("predecessors", act.predecessors().toArray(UUID[]::new))
                .bind("successors", act.successors().toArray(UUID[]::new))
                .bind("now", now)
                .then();
    }

    /// The acts in which the organisation stands on either side, the oldest first.
    Flux<CarriedOut> of(UUID organisation) {
        return db.sql("""
                SELECT r.id, r.kind, r.effective_on, r.document, before.sides AS predecessors, after.sides AS successors
                  FROM reorganisation r CROSS JOIN LATERAL (%s) AS before CROSS JOIN LATERAL (%s) AS after
                 WHERE :organisation = ANY (r.predecessors) OR :organisation = ANY (r.successors)
                 ORDER BY r.effective_on, r.created_at, r.id
                """.formatted(sides("r.predecessors"), sides("r.successors")))
                .bind("organisation", organisation)
                .map(this::read)
                .all();
    }

    private static String sides(String ids) {
        return """
                SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', name_on(o.name, o.former_names, r.effective_on))
                                ORDER BY array_position(%1$s, o.id)), '[]') AS sides
                  FROM organisation o WHERE o.id = ANY (%1$s)""".formatted(ids);
    }

    private CarriedOut read(Readable row) {
        return new CarriedOut(row.get("id", UUID.class), Reorganisation.Kind.valueOf(row.get("kind", String.class)),
                row.get("effective_on", LocalDate.class), row.get("document", String.class),
                json.readValue(row.get("predecessors", String.class), SIDES), json.readValue(row.get("successors", String.class), SIDES));
    }
}
