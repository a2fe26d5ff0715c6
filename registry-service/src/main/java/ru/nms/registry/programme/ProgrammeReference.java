package ru.nms.registry.programme;

import ru.nms.platform.register.Reference;

/// Programmes in the fields of other registers. In files: the title.
public final class ProgrammeReference {

    public static final Reference PROGRAMME = Reference.titled("programme", "programme");

    private ProgrammeReference() {}
}
