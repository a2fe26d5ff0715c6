@NullMarked
package ru.nms.registry.training;

import org.jspecify.annotations.NullMarked;
