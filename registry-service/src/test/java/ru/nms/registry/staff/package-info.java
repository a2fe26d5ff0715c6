@NullMarked
package ru.nms.registry.staff;

import org.jspecify.annotations.NullMarked;
