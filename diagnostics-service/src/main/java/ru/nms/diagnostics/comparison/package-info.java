/// Before and after: what two diagnoses of one kind say about the difference, for a person and for a group.
@NullMarked
package ru.nms.diagnostics.comparison;

import org.jspecify.annotations.NullMarked;
