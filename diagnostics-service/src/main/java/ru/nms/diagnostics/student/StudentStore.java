package ru.nms.diagnostics.student;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
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

    Mono<StudentResult> find(UUID id) {
        return db.sql("""
                SELECT kind, title, subject, area, organisation_id, teacher_id, taken_on, students, points, maximum
                  FROM student_result WHERE id = :id AND NOT deleted
                """)
                .bind("id", id)
                .map(row -> new StudentResult(StudentResult.Kind.valueOf(requireNonNull(row.get("kind", String.class))),
                        requireNonNull(row.get("title", String.class)), requireNonNull(row.get("subject", String.class)),
                        requireNonNull(row.get("area", String.class)), requireNonNull(row.get("organisation_id", UUID.class)),
                        row.get("teacher_id", UUID.class), requireNonNull(row.get("taken_on", LocalDate.class)),
                        requireNonNull(row.get("students", Integer.class)), requireNonNull(row.get("points", BigDecimal.class)),
                        requireNonNull(row.get("maximum", BigDecimal.class))))
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
