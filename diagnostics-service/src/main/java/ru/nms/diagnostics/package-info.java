/// Diagnostics of professional competences: results that others measured, and the deficits that follow from them.
/// Owns results, scores and deficits; speaks `diagnostics.result.v1` (never a score) and `diagnostics.deficit.v1`;
/// hears `registry.person.v1` and `registry.assignment.v1` to know whose data a caller may see. Works without ever
/// having heard anything: then it takes a person's id on trust and says so.
@NullMarked
package ru.nms.diagnostics;

import org.jspecify.annotations.NullMarked;
