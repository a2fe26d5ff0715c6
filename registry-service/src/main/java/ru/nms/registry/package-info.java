/// The registry: who and what there is. It owns municipalities, organisations, people with their posts, methodists and
/// the teachers they accompany, and tells of each on a topic `registry.<thing>.v1`. Of diagnostics
/// it hears that people were diagnosed and which deficits were found, never a score: training is chosen by them.
@NullMarked
package ru.nms.registry;

import org.jspecify.annotations.NullMarked;
