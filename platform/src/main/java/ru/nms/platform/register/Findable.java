package ru.nms.platform.register;

import java.util.function.Function;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;

/// What the search over all registers needs to know of one.
///
/// @param kind  how hits are told apart: `programme`
/// @param from  SQL: its entries, under the alias `e`
/// @param title SQL: what is shown of an entry
/// @param seen  whose entries a caller sees
public record Findable(String kind, String from, String title, Function<Caller, Scope.Condition> seen) {}
