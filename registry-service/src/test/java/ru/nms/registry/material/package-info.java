@NullMarked
package ru.nms.registry.material;

import org.jspecify.annotations.NullMarked;
