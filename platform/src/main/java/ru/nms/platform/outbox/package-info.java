/// Telling others: an event is written with its change and passed on to Kafka by one relay per service.
@NullMarked
package ru.nms.platform.outbox;

import org.jspecify.annotations.NullMarked;
