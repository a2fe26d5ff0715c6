/// Cards: what one screen needs of a person, an organisation or a municipality, in one answer.
@NullMarked
package ru.nms.registry.card;

import org.jspecify.annotations.NullMarked;
