/// Self, peer and employer assessment by rubrics: opinions beside what is measured. No result and no deficit follows from them.
@NullMarked
package ru.nms.diagnostics.rubric;

import org.jspecify.annotations.NullMarked;
