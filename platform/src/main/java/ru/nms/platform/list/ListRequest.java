package ru.nms.platform.list;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.http.OwnParameters;

/// The query parameters of a list request as they came. A handler declares it as a parameter and hands it to
/// [ListQuery#read].
public record ListRequest(Map<String, List<String>> parameters) implements OwnParameters {

    @Nullable String first(String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
