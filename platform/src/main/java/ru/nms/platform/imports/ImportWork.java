package ru.nms.platform.imports;

import java.util.UUID;

import ru.nms.platform.access.Caller;

/// A claimed job with what it takes to do it.
///
/// @param caller who sent the file
record ImportWork(ImportJob job, ImportKind kind, Caller caller) {

    UUID id() {
        return job.id();
    }
}
