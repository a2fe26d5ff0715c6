package ru.nms.registry.person;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.registry.organisation.Organisation;

/// Whose people a caller sees and changes. People belong to a place through the posts they hold there.
final class PersonAccess {

    private static final Scope.Columns COLUMNS = new Scope.Columns(
            """
            EXISTS (SELECT FROM post s WHERE s.person_id = p.id AND s.municipality_id = :scope
                       AND (s.until IS NULL OR s.until > asked.today))""",
            """
            EXISTS (SELECT FROM post s WHERE s.person_id = p.id AND s.organisation_id = :scope
                       AND (s.until IS NULL OR s.until > asked.today))""",
            """
            EXISTS (SELECT FROM assignment a JOIN methodist m ON m.id = a.methodist_id
                     WHERE a.person_id = p.id AND m.person_id = :scope
                       AND a.since <= asked.today AND (a.until IS NULL OR a.until > asked.today)
                       AND (m.until IS NULL OR m.until > asked.today))""",
            "p.id = :scope");

    private PersonAccess() {}

    static Scope.Condition visibleTo(Caller caller) {
        return Scope.of(caller).on(COLUMNS);
    }

    /// Dates of birth are for those who keep the cards, and for the person.
    static boolean seesBirthDate(Caller caller, Person person) {
        return caller.is(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION) || person.id().equals(caller.personId());
    }

    /// The organisations in which the caller places people.
    static Map<UUID, Organisation> staffed(Caller caller, Map<UUID, Organisation> organisations) {
        return organisations.values().stream().filter(it -> staffs(caller, it))
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private static boolean staffs(Caller caller, Organisation organisation) {
        return caller.is(Role.COORDINATOR)
                || caller.is(Role.MUNICIPALITY) && same(organisation.municipalityId(), caller.municipalityId())
                || caller.is(Role.ORGANISATION) && same(organisation.id(), caller.organisationId());
    }

    private static boolean same(@Nullable UUID mine, @Nullable UUID theirs) {
        return mine != null && mine.equals(theirs);
    }

    /// Only the coordinator enters people who work nowhere: nobody else would see them afterwards.
    static void mayEnter(Caller caller, Card card) {
        if (card.posts().isEmpty() && !caller.is(Role.COORDINATOR)) {
            throw Refusal.invalid(Fault.at("/posts", "required"));
        }
    }

    /// Posts elsewhere are another keeper's: they stay as they are. A post ends; only the coordinator strikes one out,
    /// because counts of earlier days rest on it.
    static void mayReplace(Caller caller, List<Post> present, List<Post> fresh, Set<UUID> mine) {
        if (caller.is(Role.COORDINATOR)) {
            return;
        }
        new Refusal.Faults()
                .unless(elsewhere(present, mine).equals(elsewhere(fresh, mine)), Fault.at("/posts", "foreign-posts"))
                .unless(present.stream().allMatch(post -> fresh.stream().anyMatch(post::begunAs)), Fault.at("/posts", "post-dropped"))
                .refuse();
    }

    private static List<Post> elsewhere(List<Post> posts, Set<UUID> mine) {
        return posts.stream().filter(post -> !mine.contains(post.organisationId())).toList();
    }
}
