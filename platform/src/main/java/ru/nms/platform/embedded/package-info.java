/// Real PostgreSQL and Kafka inside one process, for the standalone form and for tests. No service depends on it.
@NullMarked
package ru.nms.platform.embedded;

import org.jspecify.annotations.NullMarked;
