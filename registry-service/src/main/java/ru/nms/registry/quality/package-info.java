/// What does not add up in the registry: a catalogue of checks, counted every day and listed on demand.
@NullMarked
package ru.nms.registry.quality;

import org.jspecify.annotations.NullMarked;
