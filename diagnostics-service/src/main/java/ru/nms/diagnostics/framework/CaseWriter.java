package ru.nms.diagnostics.framework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.framework.CasePackage.Association;
import ru.nms.diagnostics.framework.CasePackage.Document;
import ru.nms.diagnostics.framework.CasePackage.Extensions;
import ru.nms.diagnostics.framework.CasePackage.Item;
import ru.nms.diagnostics.framework.CasePackage.Node;

/// Writes a version of a framework as a CASE package.
final class CaseWriter {

    /// @param parent the competence above
    record One(UUID id, UUID identifier, Instant changedAt, String code, String title, @Nullable String area, @Nullable UUID parent,
               @Nullable RollUp rollUp) {}

    /// @param to   identifier of a competence, perhaps of another framework
    record Bond(UUID identifier, Instant changedAt, CompetenceLink.Kind kind, UUID from, String fromTitle, UUID to, String toTitle) {}

    /// A scale and when it last changed.
    record Measure(Instant changedAt, Scale scale) {}

    private final Framework framework;
    private final Instant changedAt;
    private final List<One> competences;
    private final List<Bond> bonds;
    private final List<Measure> scales;

    CaseWriter(Framework framework, Instant changedAt, List<One> competences, List<Bond> bonds, List<Measure> scales) {
        this.framework = framework;
        this.changedAt = changedAt;
        this.competences = competences;
        this.bonds = bonds;
        this.scales = scales;
    }

    CasePackage write() {
        var associations = new ArrayList<>(tree());
        bonds.forEach(bond -> associations.add(new Association(bond.identifier(), uri(bond.identifier()), type(bond.kind()),
                node(bond.fromTitle(), bond.from()), node(bond.toTitle(), bond.to()), bond.changedAt())));
        return new CasePackage(document(), competences.stream().map(this::item).toList(), associations,
                scales.stream().map(it -> CaseScales.rubric(known(), it.scale(), it.changedAt())).toList());
    }

    private UUID known() {
        return Objects.requireNonNull(framework.identifier());
    }

    private Document document() {
        return new Document(known(), uri(known()), CasePackage.VERSION, Objects.requireNonNullElse(framework.source(), framework.title()),
                framework.title(), changedAt, framework.versionName(), framework.description(), framework.source(), "ru",
                status(framework.state()), Extensions.code(framework.code()));
    }

    static String status(Framework.Status status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case ADOPTED -> "Adopted";
            case DEPRECATED -> "Deprecated";
        };
    }

    static String type(CompetenceLink.Kind kind) {
        return switch (kind) {
            case REPLACED_BY -> "replacedBy";
            case EXACT_MATCH -> "exactMatchOf";
        };
    }

    private Item item(One it) {
        return new Item(it.identifier(), uri(it.identifier()), it.title(), it.code(), it.area() == null ? null : List.of(it.area()),
                it.changedAt(), it.rollUp() == null ? null : new Extensions(null, it.rollUp(), null));
    }

    /// Each competence is a child of the one above it, those on top of the document.
    private List<Association> tree() {
        Map<UUID, One> byId = competences.stream().collect(Collectors.toMap(One::id, Function.identity()));
        return competences.stream().map(it -> {
            var above = it.parent() == null ? null : byId.get(it.parent());
            var to = above == null ? node(framework.title(), known()) : node(above.title(), above.identifier());
            var identifier = UUID.nameUUIDFromBytes(("isChildOf " + it.identifier() + " " + to.identifier()).getBytes(StandardCharsets.UTF_8));
            return new Association(identifier, uri(identifier), "isChildOf", node(it.title(), it.identifier()), to, it.changedAt());
        }).toList();
    }

    private static Node node(String title, UUID identifier) {
        return new Node(title, identifier.toString(), uri(identifier));
    }

    static String uri(UUID identifier) {
        return "urn:uuid:" + identifier;
    }
}
