/// Copies of what other services announce, and marks of what they make out of date.
@NullMarked
package ru.nms.monitoring.learnt;

import org.jspecify.annotations.NullMarked;
