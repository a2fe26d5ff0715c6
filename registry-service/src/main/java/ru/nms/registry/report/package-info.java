/// Reports over what the registry keeps: cards of a municipality, a person, an organisation and a methodist, and
/// statistics. JSON by section, or a workbook with a sheet for each.
@NullMarked
package ru.nms.registry.report;

import org.jspecify.annotations.NullMarked;
