package ru.nms.diagnostics.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.framework.CasePackage.Association;
import ru.nms.diagnostics.framework.CasePackage.Item;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// Reads a CASE package as the draft of a framework. What cannot be taken over is told, not dropped in silence.
final class CaseReader {

    /// An association that has no place here.
    record Left(@Nullable UUID identifier, String associationType, String reason) {}

    /// A rubric that is no scale.
    record LeftRubric(@Nullable UUID identifier, @Nullable String title, String reason) {}

    /// A link whose ends are still named by identifiers.
    record Bond(CompetenceLink.Kind kind, UUID from, UUID to, @Nullable UUID identifier) {}

    private final CasePackage file;
    private final Set<String> areas;
    private final UUID id;
    private final Supplier<UUID> ids;
    private final Faults faults = new Faults();
    private final List<Left> left = new ArrayList<>();
    private final List<LeftRubric> leftRubrics = new ArrayList<>();
    private final Map<UUID, UUID> made = new LinkedHashMap<>();
    private final Map<UUID, UUID> above = new HashMap<>();
    private final List<Bond> bonds = new ArrayList<>();
    private final Map<Integer, Scale> scales = new LinkedHashMap<>();

    /// @param id    of the framework to come
    /// @param areas that the region knows
    CaseReader(CasePackage file, Set<String> areas, UUID id, Supplier<UUID> ids) {
        this.file = file;
        this.areas = areas;
        this.id = id;
        this.ids = ids;
        identify();
        file.associations().forEach(this::read);
        height();
        rubrics();
    }

    Faults faults() {
        return faults;
    }

    UUID id() {
        return id;
    }

    void leave(Bond bond, String reason) {
        left.add(new Left(bond.identifier(), CaseWriter.type(bond.kind()), reason));
    }

    List<Left> left() {
        return left;
    }

    List<LeftRubric> leftRubrics() {
        return leftRubrics;
    }

    List<Bond> bonds() {
        return bonds;
    }

    /// Id by identifier.
    Map<UUID, UUID> made() {
        return made;
    }

    private void identify() {
        var document = file.document();
        faults.unless(document != null, Fault.at("/CFDocument", "required"));
        faults.unless(document == null || document.identifier() != null, Fault.at("/CFDocument/identifier", "required"))
                .unless(document == null || document.title() != null, Fault.at("/CFDocument/title", "required"));
        for (int n = 0; n < file.items().size(); n++) {
            var identifier = file.items().get(n).identifier();
            faults.unless(identifier != null, Fault.at("/CFItems/" + n + "/identifier", "required"))
                    .unless(file.items().get(n).fullStatement() != null, Fault.at("/CFItems/" + n + "/fullStatement", "required"))
                    .unless(identifier == null || made.put(identifier, ids.get()) == null,
                            Fault.at("/CFItems/" + n + "/identifier", "repeated-code"));
        }
    }

    private void read(Association it) {
        var from = it.originNodeURI() == null ? null : it.originNodeURI().uuid();
        var to = it.destinationNodeURI() == null ? null : it.destinationNodeURI().uuid();
        var type = String.valueOf(it.associationType());
        if (from == null || to == null || !made.containsKey(from)) {
            left.add(new Left(it.identifier(), type, "unknown-end"));
            return;
        }
        switch (type) {
            case "isChildOf" -> child(it, from, to);
            case "replacedBy" -> bonds.add(new Bond(CompetenceLink.Kind.REPLACED_BY, from, to, it.identifier()));
            case "exactMatchOf" -> bonds.add(new Bond(CompetenceLink.Kind.EXACT_MATCH, from, to, it.identifier()));
            default -> left.add(new Left(it.identifier(), type, "no-such-link"));
        }
    }

    private void child(Association it, UUID from, UUID to) {
        boolean onTop = file.document() != null && to.equals(file.document().identifier());
        if (!onTop && !made.containsKey(to)) {
            left.add(new Left(it.identifier(), "isChildOf", "unknown-end"));
        } else if (!onTop && above.putIfAbsent(from, to) != null) {
            left.add(new Left(it.identifier(), "isChildOf", "second-parent"));
        }
    }

    private void height() {
        for (int n = 0; n < file.items().size(); n++) {
            var start = file.items().get(n).identifier();
            int steps = 1;
            for (var at = above.get(start); at != null && steps <= CompetenceRules.DEEPEST; at = above.get(at)) {
                steps++;
            }
            faults.unless(steps <= CompetenceRules.DEEPEST, Fault.at("/CFItems/" + n, "too-deep", CompetenceRules.DEEPEST));
        }
    }

    private void rubrics() {
        var codes = new HashSet<String>();
        for (int n = 0; n < file.rubrics().size(); n++) {
            var it = file.rubrics().get(n);
            if (!CaseScales.isScale(it)) {
                leftRubrics.add(new LeftRubric(it.identifier(), it.title(), "no-threshold"));
                continue;
            }
            var missing = CaseScales.missing(it, "/CFRubrics/" + n);
            faults.addAll(missing.found());
            if (missing.found().isEmpty()) {
                var scale = CaseScales.scale(id, it);
                faults.unless(codes.add(scale.code()), Fault.at("/CFRubrics/" + n + "/extensions/code", "repeated-code"));
                scales.put(n, scale);
            }
        }
    }

    /// By their place in the file.
    Map<Integer, Scale> scales() {
        return scales;
    }

    /// Only without faults.
    Framework framework() {
        var it = Objects.requireNonNull(file.document());
        var code = it.extensions() == null || it.extensions().code() == null
                ? "CASE-" + String.valueOf(it.identifier()).substring(0, 8).toUpperCase(java.util.Locale.ROOT) : it.extensions().code();
        return new Framework(code, Objects.requireNonNullElse(it.version(), "1"), Objects.requireNonNull(it.title()), it.description(),
                source(it), it.identifier(), Framework.Status.DRAFT, null, null);
    }

    private static @Nullable String source(CasePackage.Document it) {
        return it.notes() != null ? it.notes() : Objects.equals(it.creator(), it.title()) ? null : it.creator();
    }

    /// In the order of the file, by id. Only without faults.
    Map<UUID, Competence> competences() {
        var found = new LinkedHashMap<UUID, Competence>();
        var codes = new HashSet<String>();
        file.items().forEach(item -> {
            var identifier = Objects.requireNonNull(item.identifier());
            found.put(Objects.requireNonNull(made.get(identifier)), competence(item, unique(codes, item), made.get(above.get(identifier))));
        });
        return found;
    }

    private Competence competence(Item item, String code, @Nullable UUID parent) {
        var keywords = Objects.requireNonNullElse(item.conceptKeywords(), List.<String>of());
        return new Competence(id, code, Objects.requireNonNull(item.fullStatement()),
                keywords.stream().filter(areas::contains).findFirst().orElse(null), parent,
                item.extensions() == null ? null : item.extensions().rollUp(), item.identifier());
    }

    /// The coding scheme where there is one that can be a code here and nobody else has; else part of the identifier.
    private static String unique(Set<String> codes, Item item) {
        var scheme = item.humanCodingScheme() == null ? "" : item.humanCodingScheme().strip().replaceAll("\\s+", "_");
        var own = scheme.matches(Competence.CODE) && codes.add(scheme.toLowerCase(java.util.Locale.ROOT));
        var code = own ? scheme : String.valueOf(item.identifier());
        codes.add(code);
        return code;
    }
}
