@NullMarked
package ru.nms.registry.municipality;

import org.jspecify.annotations.NullMarked;
