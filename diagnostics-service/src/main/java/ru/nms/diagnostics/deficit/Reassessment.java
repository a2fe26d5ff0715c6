package ru.nms.diagnostics.deficit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.deficit.Course.None;
import ru.nms.diagnostics.rule.Rulebook;

/// What has to change so that the deficits of some people agree with their results.
///
/// @param opened    new ones
/// @param changed   of another level, closed or open again
/// @param withdrawn whose results were all annulled or corrected away
record Reassessment(List<Deficit> opened, List<Deficit> changed, List<Deficit> withdrawn) {

    private record Subject(UUID personId, String competence) {}

    /// @param attempts every valid one of these people, in the order in which they were taken
    /// @param deficits every one of these people
    static Reassessment of(Collection<Attempt> attempts, Collection<Deficit> deficits, Rulebook rules,
                           Supplier<UUID> ids) {
        Map<Subject, Course> courses = new LinkedHashMap<>();
        deficits.forEach(deficit -> courses.put(new Subject(deficit.personId(), deficit.competence()), new None()));
        attempts.stream().filter(attempt -> attempt.counts(rules)).forEach(attempt -> courses.merge(new Subject(attempt.personId(), attempt.competence()),
                new None().on(attempt.finding(rules)), (course, first) -> course.on(attempt.finding(rules))));
        Map<Subject, Deficit> known = new LinkedHashMap<>();
        deficits.forEach(deficit -> known.put(new Subject(deficit.personId(), deficit.competence()), deficit));
        var change = new Reassessment(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        courses.forEach((subject, course) -> change.note(subject, known.get(subject), course, ids));
        return change;
    }

    private void note(Subject subject, @Nullable Deficit before, Course course,
                      Supplier<UUID> ids) {
        if (before == null) {
            if (!(course instanceof None)) {
                opened.add(Deficit.of(ids.get(), 1, subject.personId(), subject.competence(), course));
            }
        } else if (course instanceof None) {
            withdrawn.add(before.withdrawn());
        } else {
            var after = before.following(course);
            if (after.version() != before.version()) {
                changed.add(after);
            }
        }
    }
}
