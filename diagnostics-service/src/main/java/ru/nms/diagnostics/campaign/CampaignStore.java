package ru.nms.diagnostics.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL about campaigns that no register has.
@Repository
class CampaignStore {

    private final DatabaseClient db;

    CampaignStore(DatabaseClient db) {
        this.db = db;
    }

    /// Those whom the registry has not named, though it has named others.
    Mono<List<UUID>> unknown(Collection<UUID> people) {
        return db.sql("""
                SELECT id FROM unnest(:people) AS asked (id)
                 WHERE EXISTS (SELECT FROM person)
                   AND NOT EXISTS (SELECT FROM person WHERE person.id = asked.id AND NOT person.deleted)
                """)
                .bind("people", people.toArray(UUID[]::new))
                .map(row -> requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    /// Who is named by a campaign.
    record Named(UUID id, List<UUID> people, List<UUID> judges) {

        static final Named NOBODY = new Named(new UUID(0, 0), List.of(), List.of());
    }

    Mono<Map<UUID, Named>> named(Collection<UUID> campaigns) {
        return db.sql("SELECT id, person_ids, judge_ids FROM campaign WHERE id = ANY (:ids)").bind("ids", campaigns.toArray(UUID[]::new))
                .map(row -> new Named(get(row.get("id", UUID.class)), List.of(get(row.get("person_ids", UUID[].class))),
                        List.of(get(row.get("judge_ids", UUID[].class)))))
                .all().collectMap(Named::id);
    }

    Mono<Boolean> inForce(UUID instrument) {
        return db.sql("SELECT EXISTS (SELECT FROM instrument WHERE id = :id AND status = 'APPROVED' AND NOT deleted) AS yes")
                .bind("id", instrument)
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class)))
                .one();
    }

    /// An announced campaign, as those who take part must know it.
    Mono<OpenCampaign> announced(UUID id) {
        return db.sql("""
                SELECT id, title, instrument_id, occasion, starts_at, ends_at, attempts, allowed_difference, judge_ids,
                       audience = 'SELF' AS by_registration, status = 'PUBLISHED' AS published
                  FROM campaign
                 WHERE id = :id AND status IN ('ANNOUNCED', 'PUBLISHED') AND NOT deleted
                """)
                .bind("id", id)
                .map(row -> new OpenCampaign(get(row.get("id", UUID.class)), get(row.get("title", String.class)),
                        get(row.get("instrument_id", UUID.class)), row.get("occasion", String.class),
                        get(row.get("starts_at", Instant.class)), get(row.get("ends_at", Instant.class)),
                        get(row.get("attempts", Integer.class)), get(row.get("allowed_difference", Integer.class)),
                        List.of(get(row.get("judge_ids", UUID[].class))), get(row.get("by_registration", Boolean.class)),
                        get(row.get("published", Boolean.class))))
                .one();
    }

    /// Waits for whoever is publishing or changing the campaign, and lets nobody do so until the transaction ends.
    Mono<OpenCampaign> held(UUID id) {
        return db.sql("SELECT id FROM campaign WHERE id = :id FOR SHARE").bind("id", id).then()
                .then(Mono.defer(() -> announced(id)));
    }

    /// Attempts without a final result.
    record Unsettled(long running, long judging, long appealed) {

        boolean any() {
            return running + judging + appealed > 0;
        }
    }

    Mono<Unsettled> unsettled(UUID campaign) {
        return db.sql("""
                SELECT count(*) FILTER (WHERE status = 'RUNNING') AS running, count(*) FILTER (WHERE status = 'JUDGING') AS judging,
                       count(*) FILTER (WHERE status = 'APPEALED') AS appealed
                  FROM attempt WHERE campaign_id = :campaign
                """).bind("campaign", campaign).mapProperties(Unsettled.class).one();
    }

    private static <T> T get(@Nullable T value) {
        return requireNonNull(value);
    }
}
