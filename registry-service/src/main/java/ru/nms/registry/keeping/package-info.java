/// What the registers of this service have in common: who keeps them, and the acts, steps and shares they speak of.
@NullMarked
package ru.nms.registry.keeping;

import org.jspecify.annotations.NullMarked;
