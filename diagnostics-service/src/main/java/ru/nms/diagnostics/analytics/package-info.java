/// What results say of many people: who was reached, what is difficult for whom, how instruments measure, and the yearly
/// report. Reads what others keep; keeps what it told everybody.
@NullMarked
package ru.nms.diagnostics.analytics;

import org.jspecify.annotations.NullMarked;
