@NullMarked
package ru.nms.registry.body;

import org.jspecify.annotations.NullMarked;
