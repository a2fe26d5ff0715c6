/// A service of one table that the platform's mechanics are tried on.
@NullMarked
package ru.nms.platform.probe;

import org.jspecify.annotations.NullMarked;
