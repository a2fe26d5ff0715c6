/// Who takes part in an event: seats, waiting list, attendance. Knows of an event only what registering needs.
@NullMarked
package ru.nms.events.registration;

import org.jspecify.annotations.NullMarked;
