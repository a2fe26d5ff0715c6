/// The people routes are for, where they work and who accompanies them: learnt from the registry.
@NullMarked
package ru.nms.iom.person;

import org.jspecify.annotations.NullMarked;
