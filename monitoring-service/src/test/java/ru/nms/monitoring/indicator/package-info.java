@NullMarked
package ru.nms.monitoring.indicator;

import org.jspecify.annotations.NullMarked;
