/// Organisations and bodies of the system: which kinds the region knows, at which level, where.
@NullMarked
package ru.nms.registry.organisation;

import org.jspecify.annotations.NullMarked;
