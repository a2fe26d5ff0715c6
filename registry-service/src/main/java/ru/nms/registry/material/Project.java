package ru.nms.registry.material;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// Joint work on something new: a project team, a network project, a concept of development, new content or technology.
///
/// @param novelty        what is new, or the competence that it serves
/// @param participantIds organisations that take part
/// @param memberIds      people of a project team
/// @param municipalityId whose development a concept is about; absent for the region's
/// @param until          the first day on which it no longer runs
record Project(@NotNull Kind kind, @NotBlank @Size(max = 500) String title, @NotBlank @Size(max = 2000) String novelty,
               @Size(max = 50) List<@NotBlank @Size(max = 100) String> competences, @Size(max = 200) List<@NotNull UUID> participantIds,
               @Size(max = 200) List<@NotNull UUID> memberIds, @Nullable UUID municipalityId, @NotNull LocalDate since,
               @Nullable LocalDate until, @Nullable Stage stage, @Nullable LocalDate stageOn) {

    enum Kind { METHOD_TEAM, NETWORK_INNOVATION, DEVELOPMENT_CONCEPT, NEW_CONTENT }

    enum Stage { DEVELOPMENT, TRIAL, ADOPTED, STOPPED }

    static final Moves<Stage> MOVES = Moves.<Stage>of()
            .on("trial", Stage.TRIAL, Stage.DEVELOPMENT)
            .on("adoption", Stage.ADOPTED, Stage.TRIAL)
            .on("stop", Stage.STOPPED, Stage.DEVELOPMENT, Stage.TRIAL);

    Project {
        competences = competences == null ? List.of() : List.copyOf(competences);
        participantIds = participantIds == null ? List.of() : List.copyOf(participantIds);
        memberIds = memberIds == null ? List.of() : List.copyOf(memberIds);
    }

    Project after(String action, LocalDate on) {
        return new Project(kind, title, novelty, competences, participantIds, memberIds, municipalityId, since, until,
                MOVES.after(Objects.requireNonNull(stage), action), on);
    }
}
