/// What students achieved, as a source of their teachers' deficits; what is done so that people are ready for an independent
/// assessment.
@NullMarked
package ru.nms.diagnostics.student;

import org.jspecify.annotations.NullMarked;
