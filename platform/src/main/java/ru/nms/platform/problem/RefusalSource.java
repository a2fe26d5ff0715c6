package ru.nms.platform.problem;

import org.jspecify.annotations.Nullable;

/// Knows which refusal some exceptions of a library mean. The sources are asked in order; what none of them knows is
/// a fault of ours and answered 500.
@FunctionalInterface
public interface RefusalSource {

    @Nullable Refusal from(Throwable error);
}
