/// The clock, the region's calendar and ids that sort by time.
@NullMarked
package ru.nms.platform.time;

import org.jspecify.annotations.NullMarked;
