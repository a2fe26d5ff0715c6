/// JSON as it travels in events. HTTP bodies have a mapper of their own, which refuses what it does not know.
@NullMarked
package ru.nms.platform.json;

import org.jspecify.annotations.NullMarked;
