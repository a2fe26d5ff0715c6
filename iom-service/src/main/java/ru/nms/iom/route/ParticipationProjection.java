package ru.nms.iom.route;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Who was at which event. What follows for routes is [AttendanceService]'s decision.
@Component
class ParticipationProjection implements Projection<ParticipationChanged> {

    private final DatabaseClient db;
    private final AttendanceService attendance;

    ParticipationProjection(DatabaseClient db, AttendanceService attendance) {
        this.db = db;
        this.attendance = attendance;
    }

    @Override
    public Topic<ParticipationChanged> topic() {
        return ParticipationChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("participation_copy");
    }

    @Override
    public Mono<Void> on(ParticipationChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO participation_copy AS mine (id, epoch, version, event_id, person_id, present, competences,
                                                        ends_at)
                VALUES (:id, :epoch, :version, :event, :person, :present, :competences, :endsAt)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       event_id = excluded.event_id, person_id = excluded.person_id, present = excluded.present,
                       competences = excluded.competences, ends_at = excluded.ends_at
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("event", event.event())
                .bind("person", event.personId())
                .bind("present", "PRESENT".equals(event.attendance()) && !"CANCELLED".equals(event.status()))
                .bind("competences", event.competences().toArray(String[]::new))
                .bind("endsAt", event.endsAt())
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.at(db.sql("""
                INSERT INTO participation_copy AS mine (id, epoch, version, deleted, present)
                VALUES (:id, :epoch, :version, true, false)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = true, present = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), gone)
                .then();
    }

    @Override
    public Mono<Void> then(ParticipationChanged event) {
        return attendance.settle(event.personId());
    }
}
