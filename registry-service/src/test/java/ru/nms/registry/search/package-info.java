@NullMarked
package ru.nms.registry.search;

import org.jspecify.annotations.NullMarked;
