@NullMarked
package ru.nms.registry.site;

import org.jspecify.annotations.NullMarked;
