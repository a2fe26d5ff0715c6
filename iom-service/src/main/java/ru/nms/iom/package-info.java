/// Individual educational routes (ИОМ): drawn up from deficits, agreed, approved, worked through.
///
/// Says `iom.route.v1`. Hears persons, identities, assignments, organisations, municipalities from the registry,
/// results and deficits from diagnostics, events and participations from events.
@NullMarked
package ru.nms.iom;

import org.jspecify.annotations.NullMarked;
