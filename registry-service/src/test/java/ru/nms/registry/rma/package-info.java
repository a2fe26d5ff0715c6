@NullMarked
package ru.nms.registry.rma;

import org.jspecify.annotations.NullMarked;
