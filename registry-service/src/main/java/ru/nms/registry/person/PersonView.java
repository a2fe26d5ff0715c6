package ru.nms.registry.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.access.Caller;

/// A person as a caller may see them on a day: the card, and what follows from it under the region's rules.
///
/// @param young           absent where the region has no rule, and where the birth date is unknown
/// @param specialityYears full years in the speciality
/// @param employed        whether any post is held
/// @param management      whether one of them belongs to the management staff
/// @param weeklyHours     of all posts together
/// @param overloaded      above the weekly hours that the region flags
/// @param educationMatch  for each subject taught, whether the education fits; `fits` is absent where it is unknown
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(UUID id, long version, Instant createdAt, Instant changedAt, @Nullable String externalId, String lastName,
                  String firstName, @Nullable String patronymic, @Nullable LocalDate birthDate,
                  Card.@Nullable Category category, @Nullable LocalDate attestedOn, Card.@Nullable Education education,
                  @Nullable LocalDate specialitySince, @Nullable Integer specialityYears,
                  Card.@Nullable Graduation graduation, List<SubjectProfile> subjectProfiles,
                  List<SubjectMatch> educationMatch, @Nullable Boolean young, boolean employed, boolean management,
                  @Nullable BigDecimal weeklyHours, boolean overloaded, List<Post> posts) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubjectMatch(String subject, @Nullable Boolean fits) {}

    static PersonView of(Caller caller, Person person, LocalDate day, PersonRules rules) {
        var card = person.card();
        var held = card.posts().stream().filter(post -> post.heldOn(day)).toList();
        var hours = rules.weeklyHours(card, day);
        return new PersonView(person.id(), person.version(), person.createdAt(), person.changedAt(), card.externalId(),
                card.lastName(), card.firstName(), card.patronymic(),
                PersonAccess.seesBirthDate(caller, person) ? card.birthDate() : null, card.category(), card.attestedOn(),
                card.education(), card.specialitySince(), rules.specialityYears(card, day), card.graduation(),
                card.subjectProfiles(), matches(card, held), young(person, day, rules), !held.isEmpty(),
                held.stream().anyMatch(rules::management), hours, rules.overloaded(hours), card.posts());
    }

    private static List<SubjectMatch> matches(Card card, List<Post> held) {
        return held.stream().flatMap(post -> post.subjects().stream()).distinct()
                .map(subject -> new SubjectMatch(subject, card.fits(subject))).toList();
    }

    private static @Nullable Boolean young(Person person, LocalDate day, PersonRules rules) {
        return rules.knowsYoungTeachers() && person.card().birthDate() != null ? person.youngOn(day) : null;
    }
}
