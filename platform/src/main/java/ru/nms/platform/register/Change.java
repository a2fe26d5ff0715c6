package ru.nms.platform.register;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Caller;

/// What somebody is about to make of an entry.
///
/// @param caller who makes it; of a file that is imported, who sent it
/// @param id     of the entry, also of a new one
/// @param before absent for a new entry
/// @param filed  it stands in a file: what only actions change cannot be changed by it
public record Change<S>(@Nullable Caller caller, UUID id, @Nullable S before, S after, boolean filed) {

    Change(@Nullable Caller caller, UUID id, @Nullable S before, S after) {
        this(caller, id, before, after, false);
    }
}
