package ru.nms.registry.mms;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL about municipal services that no register has.
@Repository
class MmsStore {

    private final DatabaseClient db;

    MmsStore(DatabaseClient db) {
        this.db = db;
    }

    /// Whether the agreement, where one is named, holds when the training begins, and for the employee's municipality.
    Mono<Boolean> covers(MmsTraining training) {
        return training.agreementId() == null ? Mono.just(true) : db.sql("""
                SELECT EXISTS (SELECT FROM agreement a, mms_employee m
                                WHERE a.id = :agreement AND m.id = :employee AND a.status <> 'DRAFT'
                                  AND (a.municipality_id IS NULL OR a.municipality_id = m.municipality_id)
                                  AND a.since <= :on AND (a.until IS NULL OR a.until > :on)) AS covers
                """)
                .bind("agreement", training.agreementId()).bind("employee", training.employeeId())
                .bind("on", training.startedOn())
                .map(row -> Boolean.TRUE.equals(row.get("covers", Boolean.class)))
                .one();
    }
}
