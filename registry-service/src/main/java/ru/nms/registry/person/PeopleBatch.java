package ru.nms.registry.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.imports.Differences;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.time.Ids;
import ru.nms.registry.identifier.Snils;
import ru.nms.registry.organisation.Organisation;
import ru.nms.registry.person.PeopleColumns.Line;

/// Works out what a batch of rows makes of the people it names. Rows are taken in their order, so that several posts of
/// one person may stand in several rows; each person is written once.
final class PeopleBatch {

    private final Map<UUID, Person> stored = new HashMap<>();
    private final Set<UUID> blocked = new HashSet<>();
    private final Map<UUID, Snils> numbers = new HashMap<>();
    private final Map<Snils, UUID> byNumber = new HashMap<>();
    private final Set<UUID> numbered = new HashSet<>();
    private final Map<UUID, Card> cards = new LinkedHashMap<>();
    private final Map<String, UUID> byExternalId = new HashMap<>();
    private final Map<String, List<UUID>> byName = new HashMap<>();
    private final Map<UUID, Organisation> places;
    private final PersonRules rules;
    private final LocalDate today;

    /// @param candidates the people whom a row may mean
    /// @param places     every organisation of their posts, and those that rows name
    PeopleBatch(Collection<Person> candidates, Map<UUID, Organisation> places, PersonRules rules, LocalDate today) {
        this.places = places;
        this.rules = rules;
        this.today = today;
        candidates.forEach(person -> {
            stored.put(person.id(), person);
            keep(person.id(), person.card());
        });
    }

    /// @param people whom nobody may touch: a row that means one of them is refused, so that nobody comes back by a file
    void refuse(Collection<Person> people) {
        people.forEach(person -> {
            blocked.add(person.id());
            stored.put(person.id(), person);
            keep(person.id(), person.card());
        });
    }

    /// @param holders whose the numbers in the rows are
    /// @param having  candidates who have a number, whichever it is
    void number(Map<Snils, UUID> holders, Set<UUID> having) {
        byNumber.putAll(holders);
        numbered.addAll(having);
    }

    private void keep(UUID id, Card card) {
        if (cards.put(id, card) == null) {
            byName.computeIfAbsent(card.nameKey(), key -> new ArrayList<>()).add(id);
        }
        if (card.externalId() != null) {
            byExternalId.put(card.externalId(), id);
        }
    }

    /// @param place where the row's post is, already found; null for a graduate without one
    Verdict take(Line line, @Nullable Organisation place) {
        var meant = meant(line, place);
        if (meant.stream().anyMatch(blocked::contains)) {
            line.row().fault("lastName", "blocked-person");
            return Verdict.REFUSED;
        }
        if (meant.size() > 1) {
            line.row().fault("lastName", "ambiguous-person");
            return Verdict.REFUSED;
        }
        var present = meant.isEmpty() ? null : Objects.requireNonNull(cards.get(meant.getFirst()));
        var card = PeopleMerge.merge(present, line, place);
        rules.check(card, places, today).found().forEach(fault -> line.row().fault(column(fault.pointer()), fault.code(), fault.args().toArray()));
        if (!line.row().faults().isEmpty()) {
            return Verdict.REFUSED;
        }
        var id = meant.isEmpty() ? Ids.next() : meant.getFirst();
        keep(id, card);
        if (line.snils() != null) {
            numbers.put(id, line.snils());
            byNumber.put(line.snils(), id);
            numbered.add(id);
        }
        if (present != null) {
            line.row().differs(PeopleColumns.named(Differences.between(present, card)));
        }
        return present == null ? Verdict.CREATED : present.equals(card) ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    /// By the number of the source, or that of the insurance, or else by name and birth date wherever the person works: one
    /// may hold posts at several organisations. Where a birth date is missing, the organisation must be known of the person.
    private List<UUID> meant(Line line, @Nullable Organisation place) {
        var known = line.externalId() == null ? null : byExternalId.get(line.externalId());
        var holder = line.snils() == null ? null : byNumber.get(line.snils());
        if (known != null || holder != null) {
            return Stream.of(known, holder).filter(Objects::nonNull).distinct().filter(cards::containsKey).toList();
        }
        var named = byName.getOrDefault(line.nameKey(), List.of()).stream().filter(id -> mayBe(id, line, place)).toList();
        var here = named.stream().filter(id -> isHere(card(id), place)).toList();
        return here.isEmpty() ? named : here;
    }

    private boolean mayBe(UUID id, Line line, @Nullable Organisation place) {
        var card = card(id);
        return agree(card.externalId(), line.externalId()) && agree(card.birthDate(), line.birthDate())
                && (line.snils() == null || !numbered.contains(id))
                && (card.birthDate() != null && line.birthDate() != null || isHere(card, place));
    }

    private static boolean isHere(Card card, @Nullable Organisation place) {
        return place == null ? card.graduation() != null
                : card.posts().stream().anyMatch(post -> post.organisationId().equals(place.id()));
    }

    private Card card(UUID id) {
        return Objects.requireNonNull(cards.get(id));
    }

    private static boolean agree(@Nullable Object known, @Nullable Object given) {
        return known == null || given == null || known.equals(given);
    }

    private static String column(String pointer) {
        return pointer.endsWith("/organisationId") ? "organisation" : pointer.equals("/graduation/on") ? "graduatedOn" : pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    Map<UUID, Snils> numbers() {
        return numbers;
    }

    /// The people who are new or other than before.
    List<Person> written(Instant now) {
        List<Person> written = new ArrayList<>();
        cards.forEach((id, card) -> {
            var before = stored.get(id);
            var after = before == null ? Person.enter(id, card, rules.young(card, places), now)
                    : before.become(card, rules.young(card, places), now);
            if (after != before) {
                written.add(after);
            }
        });
        return written;
    }
}
