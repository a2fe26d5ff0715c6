package ru.nms.platform.imports;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What is other in two states of a thing: names of components, those of records within among them; an
/// id also under the name of that to which it belongs, as columns of files have it.
public final class Differences {

    private Differences() {}

    public static Set<String> between(@Nullable Object before, @Nullable Object after) {
        return names(before, after).flatMap(name -> Stream.of(name, name.replaceFirst("Ids?$", ""))).collect(Collectors.toSet());
    }

    private static Stream<String> names(@Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return Stream.empty();
        }
        if (before instanceof List<?> || after instanceof List<?>) {
            return many(list(before), list(after));
        }
        var one = after == null ? before : after;
        return one instanceof Record shape && (before == null || after == null || before.getClass() == after.getClass())
                ? Arrays.stream(shape.getClass().getRecordComponents()).flatMap(part -> {
                    var was = value(part.getAccessor(), before);
                    var is = value(part.getAccessor(), after);
                    return Objects.equals(was, is) ? Stream.empty() : Stream.concat(Stream.of(part.getName()), names(was, is));
                }) : Stream.empty();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Stream<String> many(List<?> before, List<?> after) {
        return IntStream.range(0, Math.max(before.size(), after.size())).boxed()
                .flatMap(i -> names(i < before.size() ? before.get(i) : null, i < after.size() ? after.get(i) : null));
    }

    private static @Nullable Object value(Method accessor, @Nullable Object of) {
        try {
            accessor.setAccessible(true);
            return of == null ? null : accessor.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be read.", e);
        }
    }
}
