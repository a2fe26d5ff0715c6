/// What the parts of the registry keep of people beyond their cards, so that merging, destroying and telling a person
/// everything reach all of it.
@NullMarked
package ru.nms.registry.trace;

import org.jspecify.annotations.NullMarked;
