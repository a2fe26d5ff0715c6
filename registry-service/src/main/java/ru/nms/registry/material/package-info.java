/// The catalogue of materials, and the projects in which new ones arise.
@NullMarked
package ru.nms.registry.material;

import org.jspecify.annotations.NullMarked;
