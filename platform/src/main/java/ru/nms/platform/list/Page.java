package ru.nms.platform.list;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// One page of a list.
///
/// @param next  cursor of the next page, to be sent back as `after`; absent on the last page
/// @param total how many there are under these filters; only when asked by `count=true`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long total) {

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next, total);
    }
}
