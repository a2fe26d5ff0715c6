@NullMarked
package ru.nms.registry;

import org.jspecify.annotations.NullMarked;
