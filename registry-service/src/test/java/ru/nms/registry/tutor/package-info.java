@NullMarked
package ru.nms.registry.tutor;

import org.jspecify.annotations.NullMarked;
