package ru.nms.registry.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.platform.region.Level;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Shelf;

/// Region-neutral stories: each asks the profile what there is, and the registry must do it. They name no level, kind or
/// figure of any region.
@ParameterizedClass
@MethodSource("ru.nms.registry.story.Stage#regions")
@Timeout(180)
class RegionStoriesTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(Shelf.AT, ZoneOffset.UTC);

    private final Stage stage;
    private final String mark = UUID.randomUUID().toString();

    RegionStoriesTest(String region) {
        this.stage = Stage.of(region);
    }

    @Test
    @Clause("PRF-01")
    void showsTheProfileWithAGroundForEveryLevelInTheRegion() {
        stage.region().get("region-profile").jsonPath("$.code").isEqualTo(stage.profile().code())
                .jsonPath("$.levels.length()").isEqualTo(stage.profile().levels().size())
                .jsonPath("$.mainAct").isEqualTo(stage.profile().mainAct());
    }

    @Test
    @Clause("PRF-09")
    void listsTheMunicipalitiesOfTheProfileAndNoOther() {
        var named = stage.profile().municipalities();
        var items = stage.region().get("municipalities?limit=200&sort=name&count=true");

        items.jsonPath("$.total").isEqualTo(named.size());
        named.forEach(one -> items.jsonPath("$.items[?(@.name == '%s')].code".formatted(one.name())).isEqualTo(one.code()));
    }

    @Test
    void opensOrganisationsOfEveryKindAtItsLevel() {
        for (var kind : stage.kinds().stream().filter(it -> !it.coordinates()).toList()) {
            var id = stage.region().created("organisations", stage.organisation(kind, "Одна из многих " + UUID.randomUUID()));
            stage.region().get("organisations/" + id).jsonPath("$.level").isEqualTo(kind.level());
        }
    }

    @Test
    void hasOneCoordinatorOnly() {
        var coordinator = stage.kinds().stream().filter(OrganisationKind::coordinates).findFirst().orElseThrow();
        stage.region().post("organisations", stage.organisation(coordinator, "Первый " + mark));

        stage.region().refused("organisations", stage.organisation(coordinator, "Второй " + mark))
                .jsonPath("$.errors[0].code").isEqualTo("second-coordinator")
                .jsonPath("$.errors[0].clause").isNotEmpty();
    }

    @Test
    void refusesWhatOnlyAnotherRegionKnowsAndNamesTheClause() {
        var here = stage.profile().levels().stream().filter(Level::inRegion).findFirst().orElseThrow();
        stage.region().refused("organisations", stage.organisation("DREAM_COUNCIL", here.code(), "Чужое " + mark))
                .jsonPath("$.errors[0].code").isEqualTo("no-such-kind").jsonPath("$.errors[0].clause").isNotEmpty();
        stage.region().refused("organisations", stage.organisation(stage.employer().kind(), "DREAM_LEVEL", "Чужое " + mark))
                .jsonPath("$.errors[0].code").isEqualTo("no-such-level").jsonPath("$.errors[0].clause").isNotEmpty();
    }

    @Test
    void hasMunicipalMethodistsOnlyWhereItHasAMunicipalLevel() {
        var person = stage.teacher(stage.school("Работа " + mark), "Методист" + mark, "1980-01-01", "2010-09-01");
        var body = """
                {"personId": "%s", "kind": "MUNICIPAL", "municipalityId": %s, "since": "2025-01-01"}"""
                .formatted(person, stage.region().municipality());

        if (stage.profile().territory().municipalityLevel() == null) {
            stage.region().refused("methodists", body).jsonPath("$.errors[0].code").isEqualTo("no-municipal-level");
        } else {
            stage.region().created("methodists", body);
        }
    }

    @Test
    @Clause("PRF-09")
    void tellsMunicipalitiesApartInReportsOnlyWhereItHasTheirLevel() {
        var training = stage.region().get("reports/training?from=2025-01-01&to=2025-12-31");
        var acts = stage.region().get("reports/acts");

        if (stage.profile().territory().municipalityLevel() == null) {
            training.jsonPath("$.sections.total").isArray().jsonPath("$.sections.municipalities").doesNotExist();
            acts.jsonPath("$.sections.agreements").isArray().jsonPath("$.sections.municipalitiesWithoutAgreement").doesNotExist();
        } else {
            training.jsonPath("$.sections.municipalities").isArray();
            acts.jsonPath("$.sections.municipalitiesWithoutAgreement").isArray();
        }
    }

    @Test
    void takesAFileOfPeopleInOnceAndGivesItBack() {
        stage.school("Школа " + mark);
        var file = "lastName;firstName;birthDate;organisation;position;subjects;since\n"
                + "Первая%1$s;Анна;17.05.1988;Школа %1$s;Учитель;Физика;01.09.2015\n".formatted(mark);

        assertThat(Files.counts(stage, "people", "validate", file)).isEqualTo("DONE created=1 unchanged=0 refused=0");
        assertThat(Files.counts(stage, "people", "apply", file)).isEqualTo("DONE created=1 unchanged=0 refused=0");
        assertThat(Files.counts(stage, "people", "apply", file)).isEqualTo("DONE created=0 unchanged=1 refused=0");
        stage.region().get("people?q=" + mark).jsonPath("$.items[0].posts[0].position").isEqualTo("TEACHER");
    }

    @Test
    void countsAsYoungByItsOwnRuleToTheDay() {
        var rule = stage.profile().youngTeacher();
        var school = stage.school("Школа " + mark);
        if (rule == null) {
            var id = stage.teacher(school, "Молодая" + mark, "2003-01-01", "2025-09-01");
            stage.region().get("people/" + id).jsonPath("$.young").doesNotExist();
            return;
        }
        var since = LocalDate.of(2025, 9, 1);
        var id = stage.teacher(school, "Молодая" + mark, "2003-01-01", since.toString());
        var until = rule.interval(LocalDate.of(2003, 1, 1), since).until();

        for (var day : new LocalDate[] {since.minusDays(1), since, until.minusDays(1), until}) {
            stage.region().get("people?young=true&on=%s&q=%s".formatted(day, mark)).jsonPath("$.items[?(@.id == '" + id + "')]")
                    .value(found -> assertThat(found.toString().length() > 2).as("%s", day)
                            .isEqualTo(!day.isBefore(since) && day.isBefore(until)));
        }
    }

    @Test
    void tellsEveryRuleForMethodistsApart() {
        var person = stage.teacher(stage.school("Школа " + mark), "Кандидат" + mark, "1980-01-01", "2010-09-01");
        var candidate = stage.region().created("methodist-candidates", """
                {"personId": "%s", "appliedOn": "%s", "proofs": []}""".formatted(person, TODAY));

        stage.region().get("methodist-candidates/" + candidate + "/check")
                .jsonPath("$.rules.length()").isEqualTo(stage.profile().methodist().requirements().size())
                .jsonPath("$.groups.length()").isEqualTo(stage.profile().methodist().groups().size());
    }

    @Test
    void knowsOnlyItsOwnFormsOfSupport() {
        var person = stage.teacher(stage.school("Школа " + mark), "Молодой" + mark, "2003-01-01", "2025-09-01");
        var body = "{\"personId\": \"%s\", \"form\": \"%s\", \"heldOn\": \"2025-10-01\"}";

        for (var form : stage.profile().people().supportForms()) {
            stage.region().created("support-participations", body.formatted(person, form.code()));
        }
        stage.region().refused("support-participations", body.formatted(person, "DREAMING"));
    }

    @Test
    void givesTheCardsOfAPersonAndAnOrganisation() {
        var school = stage.school("Школа " + mark);
        var person = stage.teacher(school, "Карточка" + mark, "1980-01-01", "2010-09-01");

        stage.region().get("people/" + person + "/card").jsonPath("$.person.id").isEqualTo(person.toString());
        stage.region().get("organisations/" + school + "/card").jsonPath("$.organisation.id").isEqualTo(school.toString());
    }

    @Test
    void findsByWordsInAnyOrderAndWithoutMindingYo() {
        stage.school("Зелёная школа " + mark);

        stage.region().get("organisations?q=" + mark + " школа зеленая").jsonPath("$.items.length()").isEqualTo(1);
    }
}
