/// What the region's figures say: indicators of the region profile and clusters of municipalities, computed from
/// copies of what the other services announce.
///
/// Speaks `monitoring.indicator-value.v1`; hears municipalities, organisations, people, methodists, results, routes.
@NullMarked
package ru.nms.monitoring;

import org.jspecify.annotations.NullMarked;
