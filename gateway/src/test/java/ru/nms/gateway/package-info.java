/// The gateway before services that only echo, over real sockets.
@NullMarked
package ru.nms.gateway;

import org.jspecify.annotations.NullMarked;
