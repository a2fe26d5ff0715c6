/// The region profile as everybody may read it.
@NullMarked
package ru.nms.registry.profile;

import org.jspecify.annotations.NullMarked;
