package ru.nms.registry.search;

import java.util.function.Function;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;

/// A register that can be searched; a bean for each.
///
/// @param kind  how hits are told apart: `organisation`
/// @param from  FROM with the alias that the others use, tombstones left out: `community e WHERE NOT e.deleted`
/// @param id    SQL: the id of the hit
/// @param title SQL: what is shown of it
/// @param words SQL: the folded text that is searched, names and aliases
/// @param seen  whose things the caller may find
public record Searched(String kind, String from, String id, String title, String words,
                       Function<Caller, Scope.Condition> seen) {}
