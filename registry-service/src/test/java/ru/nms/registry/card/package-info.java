@NullMarked
package ru.nms.registry.card;

import org.jspecify.annotations.NullMarked;
