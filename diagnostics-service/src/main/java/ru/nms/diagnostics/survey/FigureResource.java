package ru.nms.diagnostics.survey;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import reactor.core.publisher.Mono;
import ru.nms.contracts.SurveyChanged.Figure;
import ru.nms.diagnostics.rule.Percent;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.survey.FigureStore.Round;
import ru.nms.diagnostics.survey.FigureStore.Stored;
import ru.nms.diagnostics.survey.FigureStore.Told;
import ru.nms.platform.access.Allow;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// What is told of closed rounds, and the yearly reports made of it. Groups of five answers and more only.
@RestController
@RequestMapping("/api/diagnostics/v1")
class FigureResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final FigureStore store;
    private final SurveyStore surveys;
    private final Table<Group> groups;
    private final Table<Line> lines;
    private final Rulebook rules;

    FigureResource(FigureStore store, SurveyStore surveys, Rulebook rules) {
        this.store = store;
        this.surveys = surveys;
        this.rules = rules;
        this.groups = SurveyTables.groups(rules);
        this.lines = SurveyTables.lines(rules);
    }

    /// @param by      `REGION`, `RESPONDENT`, or what respondents stated: `MUNICIPALITY`, `SUBJECT`, `AGE` …
    /// @param value   absent for the region; `OTHER`: values that are told together because there are too few of each
    /// @param crossed a second thing that they stated
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(UUID roundId, String by, @Nullable String value, @Nullable String crossed, @Nullable String crossedValue,
                 long answers, List<Figure> figures) {

        static Group of(Stored stored) {
            var told = stored.told();
            return new Group(stored.roundId(), told.by(), given(told.value()), given(told.crossed()), given(told.crossedValue()),
                    told.answers(), told.figures());
        }

        private static @Nullable String given(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /// @param groups empty while the round is not closed, and where fewer than five answered
    record Asked(Round round, List<SurveyForm> forms, List<Group> groups) {}

    /// @param rounds none: no data, which is not the same as nobody having answered
    record Report(SurveyKind kind, int year, List<Asked> rounds) {}

    /// One answer of one group.
    ///
    /// @param share of those in the group, in percent
    record Line(Round round, Told told, String question, String answer, long count, BigDecimal share) {}

    @Operation(summary = "Groups of five answers and more of closed rounds; every filter chooses among these groups")
    @Allow(anyoneSignedIn = true)
    @GetMapping("/survey-figures")
    Tabular<Page<Group>> figures(@OfList(FigureStore.class) ListRequest request) {
        return store.select(request).map(Group::of).as(groups);
    }

    @Operation(summary = "Burnout in a year: by age, sex, category, education, subject and municipality; aggregates only")
    @Allow(anyoneSignedIn = true)
    @GetMapping("/reports/burnout")
    Tabular<Report> burnout(@RequestParam int year) {
        return report(SurveyKind.BURNOUT, year);
    }

    @Operation(summary = "Delayed results of training in a year: by programme and kind of respondents")
    @Allow(anyoneSignedIn = true)
    @GetMapping("/reports/delayed-results")
    Tabular<Report> delayedResults(@RequestParam int year) {
        return report(SurveyKind.DELAYED_RESULT, year);
    }

    @Operation(summary = "The burnout report as a text document with tables and charts")
    @Allow(anyoneSignedIn = true)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = DOCX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/reports/burnout/document", produces = DOCX)
    Mono<ResponseEntity<byte[]>> burnoutDocument(@RequestParam int year) {
        return document(SurveyKind.BURNOUT, year, "Профессиональное благополучие и выгорание педагогов");
    }

    @Operation(summary = "The report on delayed results as a text document with tables and charts")
    @Allow(anyoneSignedIn = true)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = DOCX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/reports/delayed-results/document", produces = DOCX)
    Mono<ResponseEntity<byte[]>> delayedResultsDocument(@RequestParam int year) {
        return document(SurveyKind.DELAYED_RESULT, year, "Отсроченные результаты обучения");
    }

    private Mono<ResponseEntity<byte[]>> document(SurveyKind kind, int year, String title) {
        return found(kind, year).map(report -> ResponseEntity.ok().contentType(MediaType.parseMediaType(DOCX))
                .header("Content-Disposition", ContentDisposition.attachment()
                        .filename("%s-%d.docx".formatted(kind.name().toLowerCase(Locale.ROOT), year)).build().toString())
                .body(SurveyTables.document(title, report, rules).docx()));
    }

    private Tabular<Report> report(SurveyKind kind, int year) {
        return Tabular.of(found(kind, year), FigureResource::lines, lines);
    }

    private Mono<Report> found(SurveyKind kind, int year) {
        return Mono.zip(store.rounds(kind, year).collectList(), store.ofYear(kind, year).collectList())
                .flatMap(found -> surveys.formsOf(found.getT1().stream().map(Round::id).toList())
                        .collectMultimap(SurveyStore.FormOf::roundId, it -> it.form().form())
                        .map(forms -> new Report(kind, year, found.getT1().stream()
                                .map(round -> asked(round, forms.getOrDefault(round.id(), List.of()), found.getT2())).toList())));
    }

    private static Asked asked(Round round, Collection<SurveyForm> forms, List<Stored> groups) {
        return new Asked(round, List.copyOf(forms),
                groups.stream().filter(group -> group.roundId().equals(round.id())).map(Group::of).toList());
    }

    static List<Line> lines(Report report) {
        return report.rounds().stream().flatMap(asked -> asked.groups().stream().flatMap(group -> group.figures().stream()
                .map(figure -> line(asked, group, figure)))).toList();
    }

    private static Line line(Asked asked, Group group, Figure figure) {
        var words = SurveyTables.words(asked.forms(), figure);
        return new Line(asked.round(), new Told(group.by(), text(group.value()), text(group.crossed()), text(group.crossedValue()),
                group.answers(), List.of()), words.question(), words.answer(), figure.count(),
                Percent.shown(BigDecimal.valueOf(figure.count()), BigDecimal.valueOf(group.answers())));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
