package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.region.RouteStructure.EntryKind;

/// One step of a route. It works on a deficit or towards a goal of development.
///
/// @param section    code of the row in the region's form or in the neutral structure
/// @param level      of the deficit, when the item was made
/// @param openedOn   of the deficit
/// @param eventId    the event that fulfils it, once named
/// @param mode       formal, non-formal or informal, where the profile tells them apart
/// @param form       form of learning, in words
/// @param reflection what the person takes from it
record RouteItem(UUID id, String section, Kind kind, String title, Status status, @Nullable UUID deficitId,
                 @Nullable String competence, @Nullable String level, @Nullable LocalDate openedOn,
                 @Nullable String goal, @Nullable UUID eventId, @Nullable LocalDate due, @Nullable String mode,
                 @Nullable String form, @Nullable Integer hours, @Nullable Evidence evidence,
                 @Nullable String reflection) {

    enum Status { PLANNED, DONE, CANCELLED }

    /// What the item consists in. The names are those of the published events.
    enum Kind {
        PROGRAMME(EntryKind.PROGRAM), INTERNSHIP(EntryKind.INTERNSHIP), EVENT(EntryKind.EVENT),
        COMMUNITY(EntryKind.COMMUNITY), PRACTICE(EntryKind.PRACTICE), PRODUCT(EntryKind.PRODUCT),
        MENTORING(EntryKind.MENTORING), CONSULTATION(EntryKind.CONSULTATION);

        private final EntryKind entry;

        Kind(EntryKind entry) {
            this.entry = entry;
        }

        EntryKind entry() {
            return entry;
        }
    }

    /// Why the item counts as done: an attendance that was taken, or somebody's word.
    ///
    /// @param participationId set by an attendance; only its correction opens the item again
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evidence(@Nullable UUID participationId, @Nullable UUID eventId, @Nullable String note) {

        static Evidence attendance(Attendance attendance) {
            return new Evidence(attendance.participationId(), attendance.event(), null);
        }

        static Evidence stated(String note) {
            return new Evidence(null, null, note);
        }
    }

    boolean planned() {
        return status == Status.PLANNED;
    }

    boolean closedBy(UUID participation) {
        return evidence != null && participation.equals(evidence.participationId());
    }

    /// The attendance that closed it.
    @Nullable UUID attendance() {
        return evidence == null ? null : evidence.participationId();
    }

    boolean names(UUID event) {
        return event.equals(eventId);
    }

    boolean isEventOn(List<String> competences) {
        return kind == Kind.EVENT && competence != null && competences.contains(competence);
    }

    RouteItem attended(Attendance attendance) {
        return with(Status.DONE, Evidence.attendance(attendance), reflection);
    }

    RouteItem reopened() {
        return with(Status.PLANNED, null, reflection);
    }

    RouteItem with(Status status, @Nullable Evidence evidence, @Nullable String reflection) {
        return new RouteItem(id, section, kind, title, status, deficitId, competence, level, openedOn, goal, eventId,
                due, mode, form, hours, evidence, reflection);
    }
}
