package ru.nms.platform.register;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.problem.Fault;

/// Checks that the ids in an entry belong to something that the caller may name.
final class ReferenceFields {

    private final RegisterStore store;

    ReferenceFields(RegisterStore store) {
        this.store = store;
    }

    /// Only what is new is asked for: what an entry referred to before stays, even out of the caller's sight.
    <S> Mono<List<Fault>> check(Register<S> register, Caller caller, Change<S> change) {
        return Flux.fromIterable(register.references.entrySet())
                .concatMap(field -> check(register, caller, change, field))
                .collect(ArrayList::new, List::addAll);
    }

    private <S> Mono<List<Fault>> check(Register<S> register, Caller caller, Change<S> change, Map.Entry<String, Reference> field) {
        var ids = new ArrayList<>(ids(register.type, field.getKey(), change.after()));
        var wanted = new ArrayList<>(ids);
        if (change.before() != null) {
            wanted.removeAll(ids(register.type, field.getKey(), change.before()));
        }
        return wanted.isEmpty() ? Mono.just(List.of())
                : store.unknown(field.getValue(), wanted, field.getValue().visible().apply(caller))
                        .map(unknown -> unknown.stream().map(id -> fault(field, ids, id)).toList());
    }

    private static Fault fault(Map.Entry<String, Reference> field, List<UUID> ids, UUID unknown) {
        var pointer = "/" + field.getKey() + (field.getKey().endsWith("Ids") ? "/" + ids.indexOf(unknown) : "");
        return Fault.at(pointer, field.getValue().unknown());
    }

    private static Collection<UUID> ids(Class<?> type, String field, Object content) {
        try {
            var accessor = type.getDeclaredMethod(field);
            accessor.setAccessible(true);
            var value = accessor.invoke(content);
            return value == null ? List.of()
                    : value instanceof Collection<?> many ? many.stream().map(UUID.class::cast).toList() : List.of((UUID) value);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(type.getSimpleName() + " has no field " + field + ".", e);
        }
    }
}
