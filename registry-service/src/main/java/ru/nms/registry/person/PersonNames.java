package ru.nms.registry.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.list.Kind;
import ru.nms.platform.table.Row;

/// Finds the people whom rows of a file name.
@Service
public class PersonNames {

    private final PersonStore store;

    PersonNames(PersonStore store) {
        this.store = store;
    }

    /// The key under which a person is found by name.
    public static String key(@Nullable String lastName, @Nullable String firstName, @Nullable String patronymic) {
        return Kind.fold(Stream.of(lastName, firstName, patronymic).filter(Objects::nonNull).collect(Collectors.joining(" ")));
    }

    public Mono<Found> find(Collection<String> keys) {
        return store.candidates(List.of(), keys.stream().distinct().toList(), List.of()).collectList().map(Found::new);
    }

    /// What the names of a batch may mean.
    public static final class Found {

        private final List<Person> people;

        Found(List<Person> people) {
            this.people = people;
        }

        public List<UUID> ids() {
            return people.stream().map(Person::id).toList();
        }

        /// The one person that a row names; a fault of the row, when there is none or more than one.
        ///
        /// @param workplaces one of them must be the person's, unless the row names none
        public @Nullable UUID one(Row row, String key, @Nullable LocalDate birthDate, Set<UUID> workplaces) {
            var meant = people.stream()
                    .filter(it -> it.card().nameKey().equals(key))
                    .filter(it -> birthDate == null || birthDate.equals(it.card().birthDate()))
                    .filter(it -> workplaces.isEmpty()
                            || it.card().posts().stream().anyMatch(post -> workplaces.contains(post.organisationId())))
                    .map(Person::id).toList();
            if (meant.size() != 1) {
                row.fault("lastName", meant.isEmpty() ? "unknown-person" : "ambiguous-person");
                return null;
            }
            return meant.getFirst();
        }
    }
}
