/// People, what they do where, and who of them counts as a teacher or as young.
@NullMarked
package ru.nms.registry.person;

import org.jspecify.annotations.NullMarked;
