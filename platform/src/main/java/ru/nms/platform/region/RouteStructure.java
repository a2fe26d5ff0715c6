package ru.nms.platform.region;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Sections of a route and the kinds of items in them.
public record RouteStructure(List<Section> sections, Origin origin, @Nullable Source source) {

    public record Section(String code, String title, List<Item> items, @Nullable Source source) {

        public Section {
            items = Copies.list(items);
        }
    }

    /// `entryKind` says what an item refers to; one kind may stand in several rows (mentee and mentor).
    public record Item(String code, String title, EntryKind entryKind, List<String> variants, List<String> columns,
                       List<Row> rows, boolean codeInferred, @Nullable Source source) {

        public Item {
            variants = Copies.list(variants);
            columns = Copies.list(columns);
            rows = Copies.list(rows);
        }
    }

    public record Row(List<String> columns, @Nullable Source source) {

        public Row {
            columns = Copies.list(columns);
        }
    }

    public enum EntryKind { PROGRAM, INTERNSHIP, EVENT, COMMUNITY, PRACTICE, PRODUCT, MENTORING, CONSULTATION }

    public RouteStructure {
        sections = Copies.list(sections);
    }

    /// The first section that takes items of this kind.
    public Optional<Section> sectionFor(EntryKind kind) {
        return sections.stream()
                .filter(section -> section.items().stream().anyMatch(item -> item.entryKind() == kind))
                .findFirst();
    }
}
