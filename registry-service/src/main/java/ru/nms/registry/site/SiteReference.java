package ru.nms.registry.site;

import ru.nms.platform.register.Reference;

/// Sites and their internship programmes in the fields of registers. In files: the title.
final class SiteReference {

    static final Reference SITE = Reference.titled("site", "site");
    static final Reference INTERNSHIP_PROGRAMME = Reference.titled("internship-programme", "internship_programme");

    private SiteReference() {}
}
