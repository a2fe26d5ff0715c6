package ru.nms.diagnostics.student;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL about results of students that no register has.
@Repository
class StudentStore {

    private final DatabaseClient db;

    StudentStore(DatabaseClient db) {
        this.db = db;
    }

    /// Whose students they are, also of an entry that was taken out; empty where nobody is named.
    Mono<UUID> teacher(UUID id) {
        return db.sql("SELECT teacher_id FROM student_result WHERE id = :id AND teacher_id IS NOT NULL")
                .bind("id", id)
                .map(row -> requireNonNull(row.get("teacher_id", UUID.class)))
                .one();
    }

    /// Whether the registry has named nobody at all, or this person.
    Mono<Boolean> known(UUID person) {
        return db.sql("""
                SELECT NOT EXISTS (SELECT FROM person) OR EXISTS (SELECT FROM person WHERE id = :id AND NOT deleted) AS known
                """)
                .bind("id", person)
                .map(row -> Boolean.TRUE.equals(row.get("known", Boolean.class)))
                .one();
    }
}
