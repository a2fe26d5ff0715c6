@NullMarked
package ru.nms.monitoring.learnt;

import org.jspecify.annotations.NullMarked;
