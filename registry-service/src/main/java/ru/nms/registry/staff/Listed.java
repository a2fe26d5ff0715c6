package ru.nms.registry.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// A person on a list that is kept besides the posts.
///
/// @param kind     for what: one of the kinds of the list
/// @param subject  of an expert
/// @param document by which the person came on the list
/// @param until    the first day on which the person is no longer on it
/// @param lecturer what is known of training lecturers only
record Listed(@NotNull StaffList list, @Nullable @Size(min = 1, max = 100) String kind, @NotNull UUID personId,
              @Nullable @Size(min = 1, max = 200) String subject, @Nullable @Size(min = 1, max = 300) String document,
              @NotNull LocalDate since, @Nullable LocalDate until, @Nullable @Valid Lecturer lecturer) {

    enum StaffList {
        RESERVE("Кадровый резерв", "EDUCATION", "METHODIST", "TUTOR", "TRAINING_LECTURER"),
        LECTURER("Преподаватель ДППО"),
        EXPERT("Эксперт", "EXAM_COMMISSION", "ATTESTATION_COMMISSION", "PRACTITIONER"),
        OFFICIAL("Ответственное лицо", "PASSPORT_CURATOR", "ECOSYSTEM_OPERATOR");

        private final String title;
        private final List<String> kinds;

        StaffList(String title, String... kinds) {
            this.title = title;
            this.kinds = List.of(kinds);
        }

        String title() {
            return title;
        }

        List<String> kinds() {
            return kinds;
        }
    }

    /// @param workWithChildren   own work with children
    /// @param innovationWork     takes part in innovation
    /// @param digitalCompetence  as assessed
    record Lecturer(@Nullable Boolean workWithChildren, @Nullable Boolean innovationWork,
                    @Nullable @Size(min = 1, max = 300) String digitalCompetence) {}

    static List<String> allKinds() {
        return Stream.of(StaffList.values()).flatMap(list -> list.kinds().stream()).toList();
    }

    Faults check() {
        boolean known = list.kinds().isEmpty() ? kind == null : kind != null && list.kinds().contains(kind);
        return new Faults()
                .unless(known, Fault.at("/kind", "no-such-list-kind", String.join(", ", list.kinds())))
                .unless(list != StaffList.EXPERT || subject != null, Fault.at("/subject", "required"))
                .unless(lecturer == null || list == StaffList.LECTURER, Fault.at("/lecturer", "lecturers-only"))
                .unless(until == null || until.isAfter(since), Fault.at("/until", "ends-before-start"));
    }
}
