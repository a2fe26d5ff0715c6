/// People as far as diagnostics must know them: that they exist, where they work and as what, who accompanies them; and the
/// organisations and municipalities in which they do.
@NullMarked
package ru.nms.diagnostics.person;

import org.jspecify.annotations.NullMarked;
