/// People as far as diagnostics must know them: that they exist, where they work, who accompanies them.
@NullMarked
package ru.nms.diagnostics.person;

import org.jspecify.annotations.NullMarked;
