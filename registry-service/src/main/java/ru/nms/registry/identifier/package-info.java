/// Identifiers of people that nobody may read in passing: kept encrypted, found by a keyed hash.
@NullMarked
package ru.nms.registry.identifier;

import org.jspecify.annotations.NullMarked;
