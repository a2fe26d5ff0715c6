package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Sheet;

/// A report as JSON shows it.
///
/// @param on       the last day that it counts
/// @param sections what its sheets hold, by code
record Report(String code, LocalDate on, Map<String, List<?>> sections) {

    static Tabular<Report> of(ReportWords words, String code, LocalDate on, Section<?>... all) {
        var sections = Stream.of(all).filter(section -> words.knowMunicipalities() || !section.municipal()).toList();
        var body = Flux.fromIterable(sections)
                .concatMap(section -> section.rows().collectList().map(rows -> Map.entry(section.code(), rows)))
                .collect(LinkedHashMap<String, List<?>>::new, (found, one) -> found.put(one.getKey(), one.getValue()))
                .map(found -> new Report(code, on, found));
        return new Tabular<>(body, code, sections.stream().map(section -> section.sheet(words)).toList());
    }

    /// Nothing is read before it is known that the caller may see what it is about.
    static Tabular<Report> after(Mono<?> permission, Tabular<Report> report) {
        var asked = permission.then().cache();
        return new Tabular<>(asked.then(report.body()), report.name(), report.sheets().stream()
                .map(sheet -> new Sheet(sheet.title(), sheet.titles(), asked.thenMany(sheet.rows()))).toList());
    }
}
