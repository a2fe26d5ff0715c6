/// Professional deficits and strengths: derived from results, never entered by hand.
@NullMarked
package ru.nms.diagnostics.deficit;

import org.jspecify.annotations.NullMarked;
