package ru.nms.platform.register;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Listing;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.table.Columns;

/// What was said of a register by [Register], and what holds where nothing was.
abstract sealed class Description<S> permits Register {

    final String name;
    final String table;
    final Class<S> type;
    final Map<String, String> fields = new LinkedHashMap<>();
    final Map<String, Reference> references = new LinkedHashMap<>();
    Listing listing;
    Columns columns = Columns.of(List.of());
    Function<S, @Nullable String> key = content -> null;
    Function<S, String> words = content -> "";
    Function<Caller, Scope.Condition> seen = caller -> new Scope.Condition("FALSE", Map.of());
    BiPredicate<Caller, Change<S>> kept = (caller, change) -> false;
    Function<Change<S>, Faults> rules = change -> new Faults();
    Function<Change<S>, Mono<Faults>> facts = change -> Mono.just(new Faults());
    boolean among;
    Consumer<S> removable = content -> {};
    Function<S, Collection<UUID>> people = content -> List.of();
    Function<List<Entry<S>>, Mono<List<S>>> derived =
            entries -> Mono.just(entries.stream().map(Entry::content).toList());
    Function<UUID, Mono<Void>> followed = id -> Mono.empty();
    final Map<String, @Nullable Object> own = new LinkedHashMap<>();
    final Map<String, String> shown = new LinkedHashMap<>();
    final Set<String> brief = new HashSet<>();
    final List<String> byActions = new ArrayList<>();
    @Nullable Items items;
    @Nullable Findable findable;
    @Nullable Listing openListing;
    @Nullable Announcement<S, ?> announcement;

    Description(String name, String table, Class<S> type) {
        this.name = name;
        this.table = table;
        this.type = type;
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                .forEach(field -> fields.put(field, field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)));
        this.listing = Listing.of(name, "e.id", "FROM " + table + " e");
    }

    /// SQL: the fields as one JSON object.
    String document(Collection<String> of) {
        var pairs = new ArrayList<String>();
        for (var field : of) {
            pairs.add("'%s', e.%s".formatted(field, Objects.requireNonNull(fields.get(field), field)));
        }
        return "jsonb_build_object(" + String.join(", ", pairs) + ")";
    }

    /// SQL: what is computed, as one JSON object.
    String computed() {
        return shown.entrySet().stream().map(it -> "'%s', %s".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    static boolean isMine(@Nullable UUID mine, @Nullable UUID whose) {
        return mine != null && mine.equals(whose);
    }
}
