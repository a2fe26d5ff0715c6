/// The main job, played through the public API by made-up people: what `./nms demo` shows.
@NullMarked
package ru.nms.standalone.demo;

import org.jspecify.annotations.NullMarked;
