package ru.nms.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/// One read of personal data.
record ReadRecord(Instant at, Caller caller, List<UUID> subjects, String fields, String operation, String requestId) {

    /// All rows in one statement, whatever their number: one plan, one round trip, one commit.
    static Mono<Long> insert(DatabaseClient db, List<ReadRecord> records) {
        return db.sql("""
                INSERT INTO read_audit (at, caller, roles, organisation_id, operation, fields, subject_ids, subject_count,
                                        request_id)
                SELECT at::timestamptz, caller, roles, organisation::uuid, operation, fields, subjects::uuid[],
                       cardinality(subjects::uuid[]), request
                  FROM unnest(:at::text[], :caller::text[], :roles::text[], :organisation::text[], :operation::text[],
                              :fields::text[], :subjects::text[], :request::text[])
                       AS row (at, caller, roles, organisation, operation, fields, subjects, request)
                """)
                .bind("at", column(records, read -> read.at().toString()))
                .bind("caller", column(records, read -> read.caller().subject()))
                .bind("roles", column(records, ReadRecord::roles))
                .bind("organisation", column(records, read -> Objects.toString(read.caller().organisationId(), null)))
                .bind("operation", column(records, ReadRecord::operation))
                .bind("fields", column(records, ReadRecord::fields))
                .bind("subjects", column(records, ReadRecord::subjectArray))
                .bind("request", column(records, ReadRecord::requestId))
                .fetch().rowsUpdated();
    }

    private static @Nullable String[] column(List<ReadRecord> records, Function<ReadRecord, @Nullable String> value) {
        return records.stream().map(value).toArray(String[]::new);
    }

    private String roles() {
        return caller.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private String subjectArray() {
        return subjects.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
