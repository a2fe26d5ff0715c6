package ru.nms.platform.imports;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// The form of an upload, read strictly.
record ImportOrder(String kind, String mode, boolean atomic, FilePart file) {

    private static final Set<String> FIELDS = Set.of("kind", "mode", "atomic", "file");

    static ImportOrder read(MultiValueMap<String, Part> form) {
        var faults = new Refusal.Faults();
        form.keySet().forEach(name -> faults.unless(FIELDS.contains(name), Fault.at(name, "unknown-parameter", name)));
        var kind = field(form, "kind");
        var mode = field(form, "mode");
        var atomic = field(form, "atomic");
        var file = form.getFirst("file");
        faults.unless(kind != null, Fault.at("kind", "required"))
                .unless(List.of("validate", "apply").contains(String.valueOf(mode)),
                        Fault.at("mode", "not-one-of", "validate, apply"))
                .unless(atomic == null || List.of("true", "false").contains(atomic),
                        Fault.at("atomic", "not-one-of", "true, false"))
                .unless(file instanceof FilePart, Fault.at("file", "required"))
                .refuse();
        return new ImportOrder(String.valueOf(kind), String.valueOf(mode).toUpperCase(java.util.Locale.ROOT),
                "true".equals(atomic), (FilePart) java.util.Objects.requireNonNull(file));
    }

    private static @Nullable String field(MultiValueMap<String, Part> form, String name) {
        return form.getFirst(name) instanceof FormFieldPart part ? part.value().strip() : null;
    }
}
