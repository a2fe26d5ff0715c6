@NullMarked
package ru.nms.registry.figure;

import org.jspecify.annotations.NullMarked;
