/// What must hold in every region, told once.
@NullMarked
package ru.nms.registry.story;

import org.jspecify.annotations.NullMarked;
