@NullMarked
package ru.nms.registry.quality;

import org.jspecify.annotations.NullMarked;
