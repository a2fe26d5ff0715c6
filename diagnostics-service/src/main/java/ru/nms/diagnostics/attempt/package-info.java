/// Attempts: a person takes an instrument, answer by answer; machines and judges score it; it becomes a result. Owns attempts,
/// answers, judgements and appeals.
@NullMarked
package ru.nms.diagnostics.attempt;

import org.jspecify.annotations.NullMarked;
