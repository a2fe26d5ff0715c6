@NullMarked
package ru.nms.monitoring.cluster;

import org.jspecify.annotations.NullMarked;
