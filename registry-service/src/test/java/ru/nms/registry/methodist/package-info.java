@NullMarked
package ru.nms.registry.methodist;

import org.jspecify.annotations.NullMarked;
