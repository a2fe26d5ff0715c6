@NullMarked
package ru.nms.registry.competence;

import org.jspecify.annotations.NullMarked;
