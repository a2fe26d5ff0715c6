/// Why a route is needed: diagnostic results and deficits, learnt from diagnostics.
@NullMarked
package ru.nms.iom.need;

import org.jspecify.annotations.NullMarked;
