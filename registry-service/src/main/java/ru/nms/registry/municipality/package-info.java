/// Municipalities: taken from the region profile, announced, looked up by any of their names.
@NullMarked
package ru.nms.registry.municipality;

import org.jspecify.annotations.NullMarked;
