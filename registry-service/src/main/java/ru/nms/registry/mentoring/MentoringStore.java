package ru.nms.registry.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.registry.figure.Share;

/// SQL about mentoring that no register has.
@Repository
public class MentoringStore {

    /// What sessions and feedback must fit.
    record Going(UUID mentorId, List<UUID> menteeIds, String status, LocalDate since, @Nullable LocalDate until) {}

    private final DatabaseClient db;
    private final String[] schools;
    private final RegionCalendar calendar;

    MentoringStore(DatabaseClient db, RegionProfile profile, RegionCalendar calendar) {
        this.db = db;
        this.schools = MentoringConfiguration.schools(profile).toArray(String[]::new);
        this.calendar = calendar;
    }

    Mono<Going> mentorship(UUID id) {
        return db.sql("SELECT mentor_id, mentee_ids, status, since, until FROM mentorship WHERE id = :id").bind("id", id)
                .map(row -> new Going(row.get("mentor_id", UUID.class), List.of(row.get("mentee_ids", UUID[].class)),
                        row.get("status", String.class), row.get("since", LocalDate.class), row.get("until", LocalDate.class)))
                .one();
    }

    /// What a result still needs: a session, and somebody's feedback.
    Mono<Faults> lacks(UUID id) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM mentorship_session s WHERE s.mentorship_id = :id AND NOT s.deleted) AS met,
                       EXISTS (SELECT FROM mentorship_feedback f WHERE f.mentorship_id = :id AND NOT f.deleted) AS told
                """)
                .bind("id", id)
                .map(row -> new Faults()
                        .unless(Boolean.TRUE.equals(row.get("met", Boolean.class)), Fault.at("/status", "no-sessions"))
                        .unless(Boolean.TRUE.equals(row.get("told", Boolean.class)), Fault.at("/status", "no-feedback")))
                .one();
    }

    /// Whether it goes against the usual: a young mentor whose mentees are not, or a mentee who mentors the mentor.
    Mono<Boolean> reverse(Mentorship it) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM person p WHERE p.id = :mentor AND p.young_days @> :on)
                       AND NOT EXISTS (SELECT FROM person p WHERE p.id = ANY (:mentees) AND p.young_days @> :on)
                    OR EXISTS (SELECT FROM mentorship m WHERE m.mentor_id = ANY (:mentees) AND :mentor = ANY (m.mentee_ids)
                                  AND NOT m.deleted AND m.status IN ('REQUESTED', 'ACCEPTED')
                                  AND (m.until IS NULL OR m.until > :on)) AS reverse
                """)
                .bind("mentor", it.mentorId()).bind("mentees", it.menteeIds().toArray(UUID[]::new)).bind("on", it.since())
                .map(row -> Boolean.TRUE.equals(row.get("reverse", Boolean.class)))
                .one();
    }

    /// Of the organisations that employ teachers, those with the target model on the day, today by default.
    public Mono<Share> models(@Nullable LocalDate on) {
        return share("SELECT x.organisation_id FROM mentoring_model x WHERE NOT x.deleted"
                + " AND x.since <= :on AND (x.until IS NULL OR x.until > :on)", on);
    }

    /// Of the organisations that employ teachers, those whose team mentors or is mentored on the day, today
    /// by default.
    public Mono<Share> managed(@Nullable LocalDate on) {
        return share("SELECT unnest(ARRAY[x.strong_id, x.weak_id]) FROM managerial_mentorship x WHERE NOT x.deleted"
                + " AND x.since <= :on AND (x.until IS NULL OR x.until > :on)", on);
    }

    private Mono<Share> share(String among, @Nullable LocalDate on) {
        return db.sql("""
                SELECT count(*) FILTER (WHERE o.id IN (%s)) AS part, count(*) AS whole FROM organisation o
                 WHERE o.kind = ANY (:kinds) AND NOT o.deleted
                   AND (o.opened_on IS NULL OR o.opened_on <= :on) AND (o.closed_on IS NULL OR o.closed_on > :on)
                """.formatted(among))
                .bind("kinds", schools).bind("on", on == null ? calendar.today() : on)
                .map(row -> Share.of(row.get("part", Long.class), row.get("whole", Long.class)))
                .one();
    }
}
