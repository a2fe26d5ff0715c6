/// A small service that is nothing but the HTTP side of the platform, called over real sockets.
@NullMarked
package ru.nms.platform.sample;

import org.jspecify.annotations.NullMarked;
