/// Training programmes: what they teach, to whom, and their way into the federal register.
@NullMarked
package ru.nms.registry.programme;

import org.jspecify.annotations.NullMarked;
