@NullMarked
package ru.nms.registry.act;

import org.jspecify.annotations.NullMarked;
