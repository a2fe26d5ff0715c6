package ru.nms.registry.search;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.register.RegisterResource;

/// A register that can be searched; a bean for each that is older than `Register`, whose descriptions say it by `found`.
///
/// @param kind  how hits are told apart: `organisation`
/// @param from  FROM with the alias that the others use, tombstones left out: `community e WHERE NOT e.deleted`
/// @param id    SQL: the id of the hit
/// @param title SQL: what is shown of it
/// @param words SQL: the folded text that is searched, names and aliases
/// @param seen  whose things the caller may find
public record Searched(String kind, String from, String id, String title, String words,
                       Function<Caller, Scope.Condition> seen) {

    private static final Scope.Condition NOTHING = new Scope.Condition("FALSE", Map.of());

    /// A register in which a caller finds what they see where it is listed.
    static Optional<Searched> of(RegisterResource<?> resource) {
        var roles = Stream.<Class<?>>iterate(resource.getClass(), Objects::nonNull, Class::getSuperclass)
                .map(type -> type.getAnnotation(AllowEntries.class)).filter(Objects::nonNull).findFirst().orElseThrow().read();
        return resource.findable().map(it -> new Searched(it.kind(), it.from(), "e.id", it.title(), "e.search_key",
                caller -> roles.length == 0 || caller.is(roles) ? it.seen().apply(caller) : NOTHING));
    }
}
