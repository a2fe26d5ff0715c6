/// Refusals: how code says no, and how every no becomes an RFC 9457 problem in Russian or English.
@NullMarked
package ru.nms.platform.problem;

import org.jspecify.annotations.NullMarked;
