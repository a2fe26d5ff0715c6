/// Events of the system and who takes part in them: announced by their organisers, registered for up to their
/// capacity, attended, and told to the routes that wait for the attendance.
///
/// Speaks `events.event.v1` and `events.participation.v1`; hears persons, identities, organisations and assignments.
@NullMarked
package ru.nms.events;

import org.jspecify.annotations.NullMarked;
