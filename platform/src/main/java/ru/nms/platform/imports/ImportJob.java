package ru.nms.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// An import and how far it is.
///
/// @param mode      `VALIDATE` changes nothing, `APPLY` stores
/// @param atomic    with `APPLY`: nothing is stored when any row is refused
/// @param phase     what the rows are looked at for, after `mode`
/// @param rows      rows of data that were looked at in this phase
/// @param failure   why the job failed: the code of a broken file, `refused-rows` or `too-many-rows-at-once`
/// @param failureRow the row where a broken file ends to be readable
public record ImportJob(UUID id, String kind, String mode, boolean atomic, String status, String phase, long rows,
                        long created, long changed, long unchanged, long refused, @JsonIgnore List<String> titles,
                        @Nullable String failure, @Nullable Integer failureRow, Instant createdAt, Instant changedAt,
                        @JsonIgnore String caller) {

    boolean validatesOnly() {
        return mode.equals("VALIDATE");
    }

    /// All rows in one transaction: to validate, and where all or nothing is wanted.
    boolean isWhole() {
        return validatesOnly() || atomic;
    }
}
