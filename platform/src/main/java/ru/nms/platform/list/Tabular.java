package ru.nms.platform.list;

import java.util.List;
import java.util.function.Function;

import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.table.Sheet;
import ru.nms.platform.table.Table;

/// An answer that is JSON or, by `Accept`, a table as CSV or XLSX. Whichever it is not is never read.
///
/// @param body   what JSON shows: a page, or an object with the same items
/// @param sheets the tables of a report; one for a list
public record Tabular<B>(Mono<B> body, String name, List<Sheet> sheets) {

    /// @param rows as cells, in the order of the titles
    public Tabular(Mono<B> body, String name, List<String> titles, Flux<? extends List<?>> rows) {
        this(body, name, List.of(new Sheet("Данные", titles, rows)));
    }

    /// For a list that is short enough to be read whole.
    public static <B, T> Tabular<B> of(Mono<B> body, Function<? super B, List<T>> items, Table<T> table) {
        return new Tabular<>(body, table.name(), table.titles(),
                body.flatMapIterable(items).map(table::row));
    }

    /// Whether an operation answers with one.
    public static boolean isAnswerOf(HandlerMethod operation) {
        var type = ResolvableType.forMethodParameter(operation.getReturnType());
        return type.resolve() == Tabular.class || type.getGeneric().resolve() == Tabular.class;
    }
}
