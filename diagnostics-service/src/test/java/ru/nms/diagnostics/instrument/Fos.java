package ru.nms.diagnostics.instrument;

import static ru.nms.diagnostics.Diagnostics.PERM;

import java.util.UUID;

import ru.nms.diagnostics.Api;
import ru.nms.platform.access.Role;

/// Frameworks and instruments as others may want them for their tests.
public final class Fos {

    public static final Api ASSESSOR = new Api(PERM.as(Role.ASSESSOR));
    public static final Api COORDINATOR = new Api(PERM.as(Role.COORDINATOR));

    private Fos() {}

    public static String code() {
        return "F" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    /// An adopted framework with the competences METHOD and LESSON.
    public static UUID framework() {
        var id = draftFramework();
        competence(id, "METHOD", "METHODICAL");
        competence(id, "LESSON", "SUBJECT");
        COORDINATOR.done("frameworks/" + id + "/adoption", on("2026-01-10"));
        return id;
    }

    public static UUID draftFramework() {
        return ASSESSOR.made("frameworks", """
                {"code": "%s", "versionName": "2026", "title": "Учитель"}""".formatted(code()));
    }

    public static UUID competence(UUID framework, String code, String area) {
        return ASSESSOR.made("competences", """
                {"frameworkId": "%s", "code": "%s", "title": "Умение %s", "area": "%s"}""".formatted(framework, code, code, area));
    }

    /// A draft with so many variants and no task.
    public static UUID instrument(UUID framework, String code, int variants) {
        return ASSESSOR.made("instruments", instrumentBody(framework, code, variants));
    }

    public static String instrumentBody(UUID framework, String code, int variants) {
        return """
                {"code": "%s", "title": "Диагностика учителя", "procedure": "CNPPM_DIAGNOSTICS", "provider": "CNPPM",
                 "frameworkId": "%s", "year": 2026, "variants": %d}""".formatted(code, framework, variants);
    }

    /// A single choice of three options.
    public static UUID task(UUID instrument, int number, String variant) {
        return ASSESSOR.made("tasks", taskBody(instrument, number, variant));
    }

    public static String taskBody(UUID instrument, int number, String variant) {
        return """
                {"instrumentId": "%s", "block": "A", "variant": %s, "number": %d, "kind": "SINGLE_CHOICE", "competence": "METHOD",
                 "stem": "Сколько?", "options": [{"code": "1", "text": "один"}, {"code": "2", "text": "два"}, {"code": "3", "text": "три"}],
                 "points": 2}""".formatted(instrument, variant, number);
    }

    public static void key(UUID task, String chosen) {
        ASSESSOR.put("tasks/" + task + "/key", "*", "{\"chosen\": [\"%s\"]}".formatted(chosen)).expectStatus().isOk();
    }

    /// One task with a key, approved.
    public static UUID approved(UUID framework, String code) {
        var id = instrument(framework, code, 1);
        key(task(id, 1, "null"), "2");
        approve(id);
        return id;
    }

    public static void approve(UUID instrument) {
        COORDINATOR.done("instruments/" + instrument + "/approval", on("2026-02-01"));
    }

    public static String on(String day) {
        return "{\"on\": \"%s\"}".formatted(day);
    }
}
