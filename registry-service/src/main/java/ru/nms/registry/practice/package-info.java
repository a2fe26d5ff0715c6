/// The bank of practices, and each practice's way into it.
@NullMarked
package ru.nms.registry.practice;

import org.jspecify.annotations.NullMarked;
