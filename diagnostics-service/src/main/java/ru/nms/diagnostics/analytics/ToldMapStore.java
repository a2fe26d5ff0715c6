package ru.nms.diagnostics.analytics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The map of deficits as it was told.
@Repository
class ToldMapStore {

    private static final TypeReference<List<DeficitMap.Cell>> CELLS = new TypeReference<>() {};

    private final DatabaseClient db;
    private final JsonMapper json;

    ToldMapStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    /// The cells of each area.
    Mono<Map<String, List<DeficitMap.Cell>>> told(int year) {
        return db.sql("SELECT competence, CAST(cells AS text) AS cells FROM told_deficit_map WHERE year = :year").bind("year", year)
                .map(row -> Map.entry(requireNonNull(row.get("competence", String.class)),
                        json.readValue(requireNonNull(row.get("cells", String.class)), CELLS)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// What others told first stays.
    Mono<Void> keep(int year, Map<String, List<DeficitMap.Cell>> areas, Instant now) {
        return Flux.fromIterable(areas.entrySet()).concatMap(area -> db.sql("""
                INSERT INTO told_deficit_map (year, competence, told_at, cells) VALUES (:year, :competence, :now, CAST(:cells AS jsonb))
                ON CONFLICT DO NOTHING
                """).bind("year", year).bind("competence", area.getKey()).bind("now", now)
                .bind("cells", json.writeValueAsString(area.getValue())).fetch().rowsUpdated()).then();
    }
}
