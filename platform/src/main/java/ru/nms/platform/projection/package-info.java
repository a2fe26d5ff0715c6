/// Learning from others: topics become own tables, monotone, in one transaction per batch.
@NullMarked
package ru.nms.platform.projection;

import org.jspecify.annotations.NullMarked;
