/// The registry: who and what there is. It owns municipalities, organisations, people with their posts, methodists and
/// the teachers they accompany, and tells of each on a topic `registry.<thing>.v1`. It hears nobody: every other service
/// learns from here.
@NullMarked
package ru.nms.registry;

import org.jspecify.annotations.NullMarked;
