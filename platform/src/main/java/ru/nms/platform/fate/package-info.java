/// What becomes of everything that is kept of a person: shown to nobody while it is blocked, erased and never learnt again once it
/// is destroyed.
@NullMarked
package ru.nms.platform.fate;

import org.jspecify.annotations.NullMarked;
