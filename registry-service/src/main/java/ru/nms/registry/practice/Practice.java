package ru.nms.registry.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// A successful practice of teaching or managing, and its way into the bank.
///
/// @param proof             of its effectiveness
/// @param origin            proposed by its authors, or found by the monitoring as a municipality's best
/// @param municipalityId    whose best practice the monitoring found
/// @param uses              where it was taken over
/// @param sentToFederalOn   when it was sent to the federal register of best practices
record Practice(@NotNull Kind kind, @NotBlank @Size(max = 500) String title, @NotBlank @Size(max = 4000) String description,
                @NotBlank @Size(max = 4000) String proof, @NotNull Origin origin, @NotNull UUID organisationId,
                @Nullable UUID municipalityId, @Size(max = 20) List<@NotNull UUID> authorIds,
                @Size(max = 50) List<@NotBlank @Size(max = 200) String> subjects,
                @Size(max = 50) List<@NotBlank @Size(max = 100) String> competences, @Nullable Status status,
                @Nullable String expertResult, @Nullable LocalDate decidedOn, @Nullable LocalDate publishedOn,
                @Nullable List<Use> uses, @Nullable LocalDate sentToFederalOn) {

    enum Kind { TEACHING, MANAGEMENT }

    enum Origin { AUTHORS, MONITORING }

    enum Status { PROPOSED, EXPERTISE, ACCEPTED, PUBLISHED, REPLICATED, REFUSED }

    record Use(@NotNull UUID organisationId, @NotNull LocalDate on) {}

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("expertise", Status.EXPERTISE, Status.PROPOSED)
            .on("acceptance", Status.ACCEPTED, Status.EXPERTISE)
            .on("refusal", Status.REFUSED, Status.EXPERTISE)
            .on("publication", Status.PUBLISHED, Status.ACCEPTED)
            .on("replication", Status.REPLICATED, Status.PUBLISHED, Status.REPLICATED)
            .on("federal-submission", Status.PUBLISHED, Status.PUBLISHED)
            .on("federal-submission", Status.REPLICATED, Status.REPLICATED);

    Practice {
        authorIds = authorIds == null ? List.of() : List.copyOf(authorIds);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        competences = competences == null ? List.of() : List.copyOf(competences);
    }

    Practice sentToExpertise() {
        return with(after("expertise"), null, null, null, uses, null);
    }

    Practice judged(String action, String result, LocalDate on) {
        return with(after(action), result, on, null, uses, null);
    }

    Practice published(LocalDate on) {
        return with(after("publication"), expertResult, decidedOn, on, uses, sentToFederalOn);
    }

    Practice replicated(Use use) {
        var all = new ArrayList<>(Objects.requireNonNullElse(uses, List.<Use>of()));
        all.add(use);
        return with(after("replication"), expertResult, decidedOn, publishedOn, List.copyOf(all), sentToFederalOn);
    }

    Practice sentToFederal(LocalDate on) {
        return with(after("federal-submission"), expertResult, decidedOn, publishedOn, uses, on);
    }

    private Status after(String action) {
        return MOVES.after(Objects.requireNonNull(status), action);
    }

    private Practice with(Status next, @Nullable String result, @Nullable LocalDate decided, @Nullable LocalDate published,
                          @Nullable List<Use> used, @Nullable LocalDate sent) {
        return new Practice(kind, title, description, proof, origin, organisationId, municipalityId, authorIds, subjects,
                competences, next, result, decided, published, used, sent);
    }
}
