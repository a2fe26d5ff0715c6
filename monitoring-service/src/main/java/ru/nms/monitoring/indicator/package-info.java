/// Indicators of the region profile: computed as facts arrive, stored exact, shown rounded.
@NullMarked
package ru.nms.monitoring.indicator;

import org.jspecify.annotations.NullMarked;
