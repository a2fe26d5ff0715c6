package ru.nms.registry.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// Head and deputies of one organisation, who learn and lead together.
///
/// @param until the first day on which the team is no more
record Team(@NotNull UUID organisationId, @NotNull LocalDate since, @Nullable LocalDate until,
            @NotEmpty @Size(max = 30) List<@NotNull @Valid Member> members) {

    enum Role { HEAD, DEPUTY_HEAD }

    /// @param until the first day on which the person is no longer in it
    record Member(@NotNull UUID personId, @NotNull LocalDate since, @Nullable LocalDate until, @Nullable Role role) {}

    Team {
        members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
    }

    List<UUID> people() {
        return members.stream().map(Member::personId).distinct().toList();
    }

    Faults check() {
        var faults = new Faults().unless(until == null || until.isAfter(since), Fault.at("/until", "ends-before-start"));
        for (int n = 0; n < members.size(); n++) {
            var member = members.get(n);
            faults.unless(member.until() == null || member.until().isAfter(member.since()),
                            Fault.at("/members/" + n + "/until", "ends-before-start"))
                    .unless(!member.since().isBefore(since), Fault.at("/members/" + n + "/since", "before-team"))
                    .unless(IntStream.range(0, n).mapToObj(members::get).noneMatch(other -> overlap(other, member)),
                            Fault.at("/members/" + n + "/personId", "member-twice"));
        }
        return faults;
    }

    private static boolean overlap(Member one, Member other) {
        return one.personId().equals(other.personId())
                && (one.until() == null || one.until().isAfter(other.since()))
                && (other.until() == null || other.until().isAfter(one.since()));
    }
}
