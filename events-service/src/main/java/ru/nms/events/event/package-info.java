/// An event: what it is, who holds it, and its life from draft to held or cancelled.
@NullMarked
package ru.nms.events.event;

import org.jspecify.annotations.NullMarked;
