package ru.nms.platform.register;

import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.outbox.Outbox.Stamp;

/// How the states of a register's entries are announced.
///
/// @param event absent when the components of the event are fields of the entry
record Announcement<S, E extends Event>(Topic<E> topic, @Nullable BiFunction<Entry<S>, Stamp, E> event) {}
