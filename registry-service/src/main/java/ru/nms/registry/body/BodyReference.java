package ru.nms.registry.body;

import ru.nms.platform.register.Reference;

/// Method bodies in the fields of registers. In files: the title.
final class BodyReference {

    static final Reference BODY = Reference.titled("body", "body");

    private BodyReference() {}
}
