@NullMarked
package ru.nms.registry.identifier;

import org.jspecify.annotations.NullMarked;
