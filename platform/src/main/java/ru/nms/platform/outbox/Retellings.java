package ru.nms.platform.outbox;

import java.util.List;

/// Many retellings at once, for what is described rather than programmed.
@FunctionalInterface
public interface Retellings {

    List<Retelling> all();
}
