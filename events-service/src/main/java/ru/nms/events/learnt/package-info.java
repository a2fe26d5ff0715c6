/// What this service keeps of the registry: whose data a caller may touch, names for lists of participants, organisers.
@NullMarked
package ru.nms.events.learnt;

import org.jspecify.annotations.NullMarked;
