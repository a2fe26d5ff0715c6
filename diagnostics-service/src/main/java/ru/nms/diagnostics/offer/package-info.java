/// What helps against a deficit, learnt from others: programmes and who completed them, sites, practices, and the items of
/// routes that work on it.
@NullMarked
package ru.nms.diagnostics.offer;

import org.jspecify.annotations.NullMarked;
