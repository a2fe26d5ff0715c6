/// One search over all registers: whoever knows a name or an alias need not know in which register it stands.
@NullMarked
package ru.nms.registry.search;

import org.jspecify.annotations.NullMarked;
