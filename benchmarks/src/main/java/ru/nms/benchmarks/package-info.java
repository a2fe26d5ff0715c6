/// `./nms bench`: how fast the system is, as ratios to what the same machine can do without it.
@NullMarked
package ru.nms.benchmarks;

import org.jspecify.annotations.NullMarked;
