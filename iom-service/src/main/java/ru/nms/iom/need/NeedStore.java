package ru.nms.iom.need;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.region.RegionProfile;

/// Reads what was learnt about needs. Its callers have already found the person within the scope of who asks.
@Repository
public class NeedStore {

    private final DatabaseClient db;
    private final RegionProfile region;

    NeedStore(DatabaseClient db, RegionProfile region) {
        this.db = db;
        this.region = region;
    }

    /// The heaviest first, then the oldest.
    public Flux<Deficit> open(UUID person) {
        return db.sql("""
                SELECT id, competence, level, opened_on FROM deficit_copy
                 WHERE person_id = :person AND status = 'OPEN' AND NOT deleted
                 ORDER BY array_position(:levels, level), opened_on, id
                """)
                .bind("person", person)
                .bind("levels", region.diagnostics().thresholds().levels().toArray(String[]::new))
                .mapProperties(Deficit.class)
                .all();
    }

    /// The newest result; empty when none is known here.
    public Mono<Result> newest(UUID person) {
        return db.sql("""
                SELECT id, taken_on, competences FROM result_copy
                 WHERE person_id = :person AND NOT deleted
                 ORDER BY taken_on DESC, id DESC LIMIT 1
                """)
                .bind("person", person)
                .map(row -> new Result(Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("taken_on", LocalDate.class)),
                        Arrays.asList(Objects.requireNonNull(row.get("competences", String[].class)))))
                .one();
    }
}
