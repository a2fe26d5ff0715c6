package ru.nms.registry.naming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Names of things by their ids.
public record Names(Map<UUID, String> known) {

    /// A row with the names of what it speaks of.
    public record Named<T>(T row, Names names) {

        public @Nullable String name(@Nullable UUID id) {
            return id == null ? null : names.known().get(id);
        }

        public List<String> names(Collection<UUID> ids) {
            return ids.stream().map(names.known()::get).filter(Objects::nonNull).toList();
        }
    }
}
