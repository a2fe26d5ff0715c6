@NullMarked
package ru.nms.registry.programme;

import org.jspecify.annotations.NullMarked;
