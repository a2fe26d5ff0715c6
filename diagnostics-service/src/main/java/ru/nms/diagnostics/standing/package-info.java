/// How somebody stands in the competences of a framework by one attempt. Reads what others keep; keeps nothing.
@NullMarked
package ru.nms.diagnostics.standing;

import org.jspecify.annotations.NullMarked;
