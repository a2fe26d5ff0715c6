/// What is measured: competence frameworks and their versions, competences, links between versions, scales; in and out in
/// the shape of 1EdTech CASE.
@NullMarked
package ru.nms.diagnostics.framework;

import org.jspecify.annotations.NullMarked;
