/// What a service is made of; each mechanic has a package of its own below.
@NullMarked
package ru.nms.platform;

import org.jspecify.annotations.NullMarked;
