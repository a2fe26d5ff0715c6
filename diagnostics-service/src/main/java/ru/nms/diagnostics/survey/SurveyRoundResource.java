package ru.nms.diagnostics.survey;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Rounds of a survey: who is asked, from when and until when.
@RestController
@RequestMapping(SurveyRoundResource.PATH)
@AllowEntries(keep = Role.COORDINATOR)
class SurveyRoundResource extends RegisterResource<SurveyRound> {

    static final String PATH = "/api/diagnostics/v1/survey-rounds";

    private final RoundService rounds;
    private final RegionCalendar calendar;

    record Analysis(@NotBlank @Size(max = 20_000) String text) {}

    SurveyRoundResource(Register<SurveyRound> surveyRounds, Registers registers, RoundService rounds, RegionCalendar calendar) {
        super(PATH, surveyRounds, registers);
        this.rounds = rounds;
        this.calendar = calendar;
    }

    /// Opens the round: from now on it can be answered.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/opening")
    Mono<ResponseEntity<Entry<SurveyRound>>> open(Caller caller, @PathVariable UUID id, IfMatch match) {
        return rounds.open(caller, id, match).map(entry -> Answers.ok(entry, entry.version()));
    }

    /// Closes the round. The answers become figures; those of an anonymous round are deleted.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/closure")
    Mono<ResponseEntity<Entry<SurveyRound>>> close(Caller caller, @PathVariable UUID id, IfMatch match) {
        return rounds.close(caller, id, match).map(entry -> Answers.ok(entry, entry.version()));
    }

    /// Records what was decided from the figures of a closed round.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/analysis")
    Mono<ResponseEntity<Entry<SurveyRound>>> analyse(Caller caller, @PathVariable UUID id, IfMatch match,
                                                     @Valid @RequestBody Analysis analysis) {
        return act(caller, id, match, round -> round.analysed(analysis.text(), calendar.today()));
    }
}
