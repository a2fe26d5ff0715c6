/// Support of young teachers: forms and participations, graduates in their first year, the region's model.
@NullMarked
package ru.nms.registry.young;

import org.jspecify.annotations.NullMarked;
