/// Clusters of municipalities by a computed ratio.
@NullMarked
package ru.nms.monitoring.cluster;

import org.jspecify.annotations.NullMarked;
