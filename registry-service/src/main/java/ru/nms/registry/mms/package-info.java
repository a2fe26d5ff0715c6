/// The staff of municipal methodical services, and how they are trained under agreements of three.
@NullMarked
package ru.nms.registry.mms;

import org.jspecify.annotations.NullMarked;
