/// Diagnostics of professional competences: frameworks, instruments, campaigns and attempts, results measured here and by
/// others, the deficits that follow from them, surveys, and figures over all of it.
/// Speaks `diagnostics.result.v1` (never a score), `diagnostics.deficit.v1`, `diagnostics.participation.v1`,
/// `diagnostics.survey.v1` (aggregates only) and `diagnostics.training-request.v1`. Hears of people, posts, organisations and
/// municipalities to know whose data a caller may see, and of routes, programmes, completions, sites and practices to
/// tell what works on a deficit. Works without ever having heard anything: then it takes a person's id on trust and says so.
@NullMarked
package ru.nms.diagnostics;

import org.jspecify.annotations.NullMarked;
