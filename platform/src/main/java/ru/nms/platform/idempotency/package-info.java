/// Idempotency-Key: the first answer again, even after a crash.
@NullMarked
package ru.nms.platform.idempotency;

import org.jspecify.annotations.NullMarked;
