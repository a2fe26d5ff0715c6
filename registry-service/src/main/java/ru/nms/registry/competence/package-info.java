/// The competence areas that the region diagnoses, and that other things are linked to.
@NullMarked
package ru.nms.registry.competence;

import org.jspecify.annotations.NullMarked;
