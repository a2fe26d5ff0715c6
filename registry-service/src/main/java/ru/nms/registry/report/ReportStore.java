package ru.nms.registry.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Row;
import reactor.core.publisher.Flux;

/// Reads the rows of reports. Only constants become SQL text; values are always bound.
@Repository
class ReportStore {

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private final DatabaseClient db;

    ReportStore(DatabaseClient db) {
        this.db = db;
    }

    /// @param values of the named parameters; those that the SQL does not name are left out
    Flux<Line> read(String sql, Map<String, ?> values) {
        var spec = db.sql(sql);
        for (var value : values.entrySet()) {
            if (Pattern.compile(":" + value.getKey() + "\\b").matcher(sql).find()) {
                spec = spec.bind(value.getKey(), value.getValue());
            }
        }
        return spec.map((row, metadata) -> line(row)).all();
    }

    private static Line line(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.getMetadata().getColumnMetadatas().forEach(column -> values.put(
                NEXT_WORD.matcher(column.getName()).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT)),
                plain(row.get(column.getName()))));
        return new Line(values);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }
}
