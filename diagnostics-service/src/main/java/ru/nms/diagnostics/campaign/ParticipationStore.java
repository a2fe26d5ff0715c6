package ru.nms.diagnostics.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.contracts.DiagnosisParticipationChanged;
import ru.nms.diagnostics.campaign.Participation.Status;
import ru.nms.diagnostics.campaign.Participation.Step;
import ru.nms.diagnostics.person.Young;
import ru.nms.platform.fate.KnownFates;
import ru.nms.platform.outbox.Outbox.Stamp;

/// All SQL that writes participations. What concerns many people is one statement.
@Repository
class ParticipationStore {

    /// People whom the filters of campaign `c` mean today, each with the post by which they do.
    private static final String MEANT = """
            SELECT DISTINCT ON (p.id) p.id, post.organisation_id, post.municipality_id
              FROM person p JOIN person_post post ON post.person_id = p.id
             WHERE NOT p.deleted AND post.since <= :today AND (post.until IS NULL OR post.until > :today)
               AND (cardinality(c.municipality_ids) = 0 OR post.municipality_id = ANY (c.municipality_ids))
               AND (cardinality(c.organisation_ids) = 0 OR post.organisation_id = ANY (c.organisation_ids))
               AND (cardinality(c.positions) = 0 OR post.position = ANY (c.positions))
               AND (cardinality(c.subjects) = 0 OR post.subjects && c.subjects)
               AND (NOT c.young OR %s)
            """.formatted(Young.on(":today"));

    /// Constants, so that the index of those who have not come serves.
    private static final String MISSING = Status.from(Step.MISS).map(status -> "'" + status + "'").collect(Collectors.joining(", "));

    private final DatabaseClient db;

    ParticipationStore(DatabaseClient db) {
        this.db = db;
    }

    /// A state, and what is told of it.
    record Told(UUID id, long version, UUID campaignId, UUID personId, String status, String occasion, Instant startsAt,
                Instant endsAt, int reminders, Instant remindedAt) {

        DiagnosisParticipationChanged by(Stamp stamp) {
            return new DiagnosisParticipationChanged(stamp.eventId(), id, stamp.epoch(), version, stamp.occurredAt(), campaignId,
                    personId, status, occasion, startsAt, endsAt, reminders, remindedAt);
        }
    }

    Mono<List<Told>> told(Collection<UUID> ids) {
        return db.sql("""
                SELECT p.id, p.version, p.campaign_id, p.person_id, p.status, c.occasion, c.starts_at, c.ends_at, p.reminders,
                       p.reminded_at
                  FROM campaign_participation p JOIN campaign c ON c.id = p.campaign_id
                 WHERE p.id = ANY (:ids) AND NOT p.deleted
                """).bind("ids", ids.toArray(UUID[]::new)).mapProperties(Told.class).all().collectList();
    }

    Mono<List<UUID>> inviteMeant(UUID campaign, LocalDate today, Instant now) {
        return ids(db.sql("""
                INSERT INTO campaign_participation (id, version, created_at, changed_at, campaign_id, person_id, organisation_id,
                                                    municipality_id, status)
                SELECT gen_random_uuid(), 1, :now, :now, c.id, m.id, m.organisation_id, m.municipality_id, 'INVITED'
                  FROM campaign c CROSS JOIN LATERAL (%s ORDER BY p.id, post.since DESC, post.organisation_id) AS m
                 WHERE c.id = :campaign
                ON CONFLICT DO NOTHING
                RETURNING id
                """.formatted(MEANT)).bind("campaign", campaign).bind("today", today).bind("now", now));
    }

    /// Those who are named may be known by nothing but their ids.
    Mono<List<UUID>> inviteNamed(UUID campaign, LocalDate today, Instant now) {
        return ids(db.sql("""
                INSERT INTO campaign_participation (id, version, created_at, changed_at, campaign_id, person_id, organisation_id,
                                                    municipality_id, status)
                SELECT gen_random_uuid(), 1, :now, :now, c.id, named.id, post.organisation_id, post.municipality_id, 'INVITED'
                  FROM campaign c CROSS JOIN LATERAL unnest(c.person_ids) AS named (id)
                  LEFT JOIN LATERAL (SELECT organisation_id, municipality_id FROM person_post
                                      WHERE person_id = named.id AND since <= :today AND (until IS NULL OR until > :today)
                                      ORDER BY since DESC, organisation_id LIMIT 1) AS post ON true
                 WHERE c.id = :campaign AND %s
                ON CONFLICT DO NOTHING
                RETURNING id
                """.formatted(KnownFates.shown("named.id"))).bind("campaign", campaign).bind("today", today).bind("now", now));
    }

    /// Empty for somebody whom the campaign does not mean, and for who takes part already.
    Mono<UUID> register(UUID id, UUID campaign, UUID person, LocalDate today, Instant now) {
        return db.sql("""
                INSERT INTO campaign_participation (id, version, created_at, changed_at, campaign_id, person_id, organisation_id,
                                                    municipality_id, status)
                SELECT :id, 1, :now, :now, c.id, m.id, m.organisation_id, m.municipality_id, 'REGISTERED'
                  FROM campaign c CROSS JOIN LATERAL (%s AND p.id = :person ORDER BY p.id, post.since DESC, post.organisation_id) AS m
                 WHERE c.id = :campaign
                ON CONFLICT DO NOTHING
                RETURNING id
                """.formatted(MEANT)).bind("id", id).bind("campaign", campaign).bind("person", person).bind("today", today)
                .bind("now", now)
                .map(row -> requireNonNull(row.get("id", UUID.class))).one();
    }

    /// Waits for whoever is changing it.
    Mono<Participation> locked(UUID campaign, UUID person) {
        return db.sql("""
                SELECT id, version, campaign_id, person_id, status, reminders, reminded_at FROM campaign_participation
                 WHERE campaign_id = :campaign AND person_id = :person AND NOT deleted AND %s FOR UPDATE
                """.formatted(KnownFates.shown("person_id"))).bind("campaign", campaign).bind("person", person).mapProperties(Participation.class).one();
    }

    Mono<Void> update(Participation next, Instant now) {
        return db.sql("UPDATE campaign_participation SET version = :version, changed_at = :now, status = :status WHERE id = :id")
                .bind("version", next.version()).bind("now", now).bind("status", next.status().name()).bind("id", next.id())
                .fetch().rowsUpdated().then();
    }

    /// How far the attempts that count have come.
    Mono<Status> left(UUID campaign, UUID person) {
        return db.sql("""
                SELECT CASE WHEN bool_or(a.status = 'RUNNING') THEN 'STARTED' WHEN count(a.id) > 0 THEN 'FINISHED'
                            WHEN c.audience = 'SELF' THEN 'REGISTERED' ELSE 'INVITED' END AS status
                  FROM campaign c
                  LEFT JOIN attempt a ON a.campaign_id = c.id AND a.person_id = :person AND a.status <> 'ANNULLED'
                 WHERE c.id = :campaign GROUP BY c.id
                """).bind("campaign", campaign).bind("person", person)
                .map(row -> Status.valueOf(requireNonNull(row.get("status", String.class)))).one();
    }

    Mono<List<UUID>> remind(UUID campaign, Instant now) {
        return ids(db.sql("""
                UPDATE campaign_participation
                   SET version = version + 1, changed_at = :now, reminders = reminders + 1, reminded_at = :now
                 WHERE campaign_id = :campaign AND status = ANY (:from) AND NOT deleted AND %s
                RETURNING id
                """.formatted(KnownFates.shown("person_id"))).bind("campaign", campaign).bind("from", from(Step.REMIND)).bind("now", now));
    }

    /// Who has not come by the end of a campaign; some at a time.
    Mono<List<UUID>> miss(Instant now, int most) {
        return ids(db.sql("""
                UPDATE campaign_participation p
                   SET version = version + 1, changed_at = :now, status = 'ABSENT'
                 WHERE p.id IN (SELECT late.id FROM campaign_participation late JOIN campaign c ON c.id = late.campaign_id
                                 WHERE late.status IN (%s) AND NOT late.deleted AND c.ends_at <= :now
                                   AND c.status IN ('ANNOUNCED', 'PUBLISHED')
                                 ORDER BY late.id LIMIT :most FOR UPDATE OF late SKIP LOCKED)
                RETURNING id
                """.formatted(MISSING)).bind("now", now).bind("most", most));
    }

    /// Of two participations in one campaign the one that stays says what the further one said.
    Mono<List<UUID>> raise(UUID from, UUID to, Instant now) {
        return ids(db.sql("""
                UPDATE campaign_participation kept SET version = kept.version + 1, changed_at = :now, status = gone.status
                  FROM campaign_participation gone
                 WHERE gone.person_id = :from AND NOT gone.deleted AND kept.campaign_id = gone.campaign_id AND kept.person_id = :to
                   AND NOT kept.deleted AND array_position(CAST(:order AS text[]), gone.status) > array_position(CAST(:order AS text[]), kept.status)
                RETURNING kept.id
                """).bind("from", from).bind("to", to).bind("now", now)
                .bind("order", new String[] {"INVITED", "ABSENT", "REGISTERED", "STARTED", "FINISHED"}));
    }

    /// Where both were invited, the one who stays keeps what is theirs, and the other invitation goes.
    Mono<List<UUID>> drop(UUID from, UUID to, Instant now) {
        return ids(db.sql("""
                UPDATE campaign_participation p SET version = version + 1, changed_at = :now, deleted = true
                 WHERE p.person_id = :from AND NOT p.deleted
                   AND EXISTS (SELECT FROM campaign_participation kept
                                WHERE kept.campaign_id = p.campaign_id AND kept.person_id = :to AND NOT kept.deleted)
                RETURNING id
                """).bind("from", from).bind("to", to).bind("now", now));
    }

    Mono<List<UUID>> passOn(UUID from, UUID to, Instant now) {
        return ids(db.sql("""
                UPDATE campaign_participation SET version = version + 1, changed_at = :now, person_id = :to
                 WHERE person_id = :from AND NOT deleted
                RETURNING id
                """).bind("from", from).bind("to", to).bind("now", now));
    }

    /// Tombstones of nobody; nor does a campaign name the person any more.
    Mono<List<UUID>> erase(UUID person, Instant now) {
        return db.sql("""
                UPDATE campaign SET person_ids = array_remove(person_ids, :person), judge_ids = array_remove(judge_ids, :person)
                 WHERE :person = ANY (person_ids || judge_ids)
                """).bind("person", person).then()
                .then(ids(db.sql("""
                        UPDATE campaign_participation
                           SET version = version + 1, changed_at = :now, deleted = true, person_id = gen_random_uuid(),
                               organisation_id = NULL, municipality_id = NULL
                         WHERE person_id = :person
                        RETURNING id
                        """).bind("person", person).bind("now", now)));
    }

    Mono<Long> versionOf(UUID id) {
        return db.sql("SELECT version FROM campaign_participation WHERE id = :id").bind("id", id)
                .map(row -> requireNonNull(row.get("version", Long.class))).one();
    }

    private static String[] from(Step step) {
        return Status.from(step).map(Enum::name).toArray(String[]::new);
    }

    private static Mono<List<UUID>> ids(GenericExecuteSpec sql) {
        return sql.map(row -> requireNonNull(row.get("id", UUID.class))).all().collectList();
    }
}
