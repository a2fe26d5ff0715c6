@NullMarked
package ru.nms.registry.keeping;

import org.jspecify.annotations.NullMarked;
