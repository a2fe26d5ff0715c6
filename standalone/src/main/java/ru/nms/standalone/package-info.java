/// Everything in one process: PostgreSQL, Kafka, the identity provider, the gateway and each service in a context of its own.
@NullMarked
package ru.nms.standalone;

import org.jspecify.annotations.NullMarked;
