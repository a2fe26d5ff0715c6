package ru.nms.platform.table;

import java.util.List;

import reactor.core.publisher.Flux;

/// One of the tables of a file: a sheet of a workbook. In CSV they stand one below the other, each under its title.
///
/// @param title at most 31 characters, none of `[]:*?/\`
/// @param rows  as cells, in the order of the titles
public record Sheet(String title, List<String> titles, Flux<? extends List<?>> rows) {}
