/// Scoring, and nothing else: what a task, its key and an answer look like, how many points an answer earns, how two
/// judges become one figure, how far judges agree. Pure; it knows no tables, no people and no time.
@NullMarked
package ru.nms.diagnostics.scoring;

import org.jspecify.annotations.NullMarked;
