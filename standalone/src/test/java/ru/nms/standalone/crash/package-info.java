/// The whole process is killed in the middle of work, and afterwards everything is counted.
@NullMarked
package ru.nms.standalone.crash;

import org.jspecify.annotations.NullMarked;
