@NullMarked
package ru.nms.registry.practice;

import org.jspecify.annotations.NullMarked;
