@NullMarked
package ru.nms.monitoring;

import org.jspecify.annotations.NullMarked;
