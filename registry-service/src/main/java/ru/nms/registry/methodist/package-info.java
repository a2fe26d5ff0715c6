/// Methodists, and the teachers they accompany.
@NullMarked
package ru.nms.registry.methodist;

import org.jspecify.annotations.NullMarked;
