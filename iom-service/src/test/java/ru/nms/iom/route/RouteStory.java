package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.iom.Iom.TODAY;
import static ru.nms.iom.Iom.inDays;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.Tokens;

/// What routes do in every region. Each region's test adds what is its own.
abstract class RouteStory extends ItemStory {

    RouteStory(String region) {
        super(region);
    }

    @Test
    @Clause({"IOM-017", "IOM-002"})
    void proposesItemsForOpenDeficits() {
        var teacher = diagnosed();
        var heavy = iom.deficit(teacher, "METHODICAL", "HIGH");
        var light = iom.deficit(teacher, "SUBJECT", "LOW");

        var route = drafted(teacher);

        assertThat(route.text("status")).isEqualTo("DRAFT");
        assertThat(route.texts("items", "kind")).containsExactly("PROGRAMME", "EVENT", "MENTORING", "EVENT");
        assertThat(route.texts("items", "deficitId")).containsExactly(heavy.toString(), heavy.toString(), heavy.toString(),
                light.toString());
        assertThat(route.texts("items", "status")).containsOnly("PLANNED");
        assertThat(route.texts("items", "reason")).allSatisfy(reason -> assertThat(reason).contains("дефицит"));
        assertThat(route.texts("possible", "")).containsExactly("items", "submission");
        assertThat(route.body().path("person").path("lastName").asString()).isEqualTo("Образцова");
        assertThat(route.location()).isEqualTo("/api/iom/v1/routes/" + route.id());
        assertThat(route.etag()).isEqualTo("\"1\"");
    }

    @Test
    void proposesAnnouncedEventsByName() {
        var competence = "METHODICAL";
        var teacher = diagnosed();
        iom.deficit(teacher, competence, "LOW");
        var event = iom.event("Школа молодого методиста", inDays(1), competence);

        var route = drafted(teacher);

        assertThat(route.texts("items", "eventId")).contains(event.toString());
        assertThat(route.texts("items", "title")).contains("Школа молодого методиста");
        iom.forgets(ru.nms.contracts.EventChanged.TOPIC, event, 2);
    }

    @Test
    @Clause({"IOM-015", "IOM-021"})
    void livesFromDraftToCompletion() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var methodist = iom.methodistOf(teacher);
        var route = drafted(methodist, teacher);

        route = step(teacher.token(), route, "submission", "SUBMITTED");
        route = step(teacher.organisationToken(), route, "agreement", "AGREED");
        route = step(Tokens.of(Role.COORDINATOR), route, "approval", "APPROVED");
        assertThat(route.text("approvedOn")).isNotEmpty();
        route = step(methodist, route, "start", "IN_PROGRESS");
        var early = iom.post(teacher.token(), path(route) + "/completion", null, route.etag());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("iom.open-items");
        assertThat(early.texts("open", "id")).containsExactly(itemId(route, 0));
        route = progressed(teacher, route, 0, "DONE");
        route = step(teacher.token(), route, "completion", "COMPLETED");

        assertThat(route.text("completedOn")).isNotEmpty();
        assertThat(iom.get(methodist, path(route) + "/history").texts("items", "action")).containsExactly("draft",
                "submission", "agreement", "approval", "start", "completion");
        assertThat(iom.get(methodist, path(route) + "/history").texts("items", "role")).containsExactly("METHODIST",
                "TEACHER", "ORGANISATION", "COORDINATOR", "METHODIST", "TEACHER");
    }

    @Test
    @Clause({"GW-004", "IOM-015"})
    void onlyTheCoordinatorApproves() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var route = agreed(teacher, drafted(teacher));

        for (var role : List.of(Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.MINISTRY,
                Role.ADMIN, Role.PROVIDER, Role.ASSESSOR, Role.FEDERAL)) {
            var token = Tokens.of(role, teacher.id(), teacher.organisation(), teacher.municipality());
            assertThat(iom.post(token, path(route) + "/approval", null, route.etag()).status()).as("%s", role).isEqualTo(403);
        }
        step(Tokens.of(Role.COORDINATOR), route, "approval", "APPROVED");
    }

    @Test
    @Clause("GW-004")
    void nobodyJudgesTheirOwnRoute() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var submitted = step(teacher.token(), drafted(teacher), "submission", "SUBMITTED");

        var agreement = iom.post(Tokens.of(Role.ORGANISATION, teacher.id(), teacher.organisation(), null),
                path(submitted) + "/agreement", null, submitted.etag());
        assertThat(agreement.status()).isEqualTo(403);
        assertThat(agreement.problem()).isEqualTo("iom.own-route");
        var agreed = step(teacher.organisationToken(), submitted, "agreement", "AGREED");
        var approval = iom.post(Tokens.of(Role.COORDINATOR, teacher.id()), path(agreed) + "/approval", null, agreed.etag());
        assertThat(approval.problem()).isEqualTo("iom.own-route");
    }

    @Test
    void comesBackWithRemarksAndIsSubmittedAgain() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var route = step(teacher.token(), drafted(teacher), "submission", "SUBMITTED");

        var returned = iom.post(teacher.organisationToken(), path(route) + "/return", "{\"remarks\": \"Добавьте стажировку\"}",
                route.etag());
        assertThat(returned.text("status")).isEqualTo("RETURNED");
        assertThat(returned.text("remarks")).isEqualTo("Добавьте стажировку");
        var again = agreed(teacher, returned);
        var fromAbove = iom.post(Tokens.of(Role.COORDINATOR), path(again) + "/return", "{\"remarks\": \"Уточните сроки\"}",
                again.etag());
        assertThat(fromAbove.text("status")).isEqualTo("RETURNED");
        assertThat(iom.get(teacher.token(), path(route) + "/history").texts("items", "remarks"))
                .contains("Добавьте стажировку", "Уточните сроки");
        assertThat(iom.post(teacher.organisationToken(), path(route) + "/return", "{\"remarks\": \" \"}", fromAbove.etag()).status())
                .isEqualTo(422);
    }

    @Test
    void refusesWhatTheStateDoesNotAllowAndSaysWhatIsPossible() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var route = drafted(teacher);

        var tooEarly = iom.post(teacher.token(), path(route) + "/start", null, route.etag());

        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.problem()).isEqualTo("iom.wrong-status");
        assertThat(tooEarly.texts("possible", "")).containsExactly("items", "submission");
        var approval = iom.post(Tokens.of(Role.COORDINATOR), path(route) + "/approval", null, route.etag());
        assertThat(approval.status()).isEqualTo(409);
        assertThat(approval.texts("possible", "")).isEmpty();
    }

    @Test
    void asksForTheNewestVersion() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var route = drafted(teacher);

        assertThat(iom.post(teacher.token(), path(route) + "/submission", null, null).status()).isEqualTo(428);
        assertThat(iom.post(teacher.token(), path(route) + "/submission", null, "\"7\"").status()).isEqualTo(412);
    }

    @Test
    @Clause("IOM-005")
    void doesNotEndBeforeItStarts() {
        var teacher = diagnosed();

        var refused = draft(teacher.token(), teacher, TODAY, TODAY.minusDays(1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts("errors", "code")).containsExactly("iom.until-before-from");
        assertThat(refused.texts("errors", "pointer")).containsExactly("/until");
        assertThat(draft(teacher.token(), teacher, TODAY, TODAY).status()).isEqualTo(201);
    }

    @Test
    void isOneForATime() {
        var teacher = diagnosed();
        var first = drafted(teacher);

        var second = draft(teacher.token(), teacher, UNTIL, UNTIL.plusDays(5));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("iom.open-route");
        assertThat(second.text("route")).isEqualTo(first.id().toString());
        assertThat(draft(teacher.token(), teacher, UNTIL.plusDays(1), UNTIL.plusDays(5)).status()).isEqualTo(201);
    }

    @Test
    void isSeenWithinTheScopeOnly() {
        var teacher = diagnosed();
        var route = drafted(teacher);
        var stranger = iom.teacher();

        for (var token : List.of(stranger.token(), stranger.organisationToken(), Tokens.of(Role.METHODIST, UUID.randomUUID()),
                Tokens.of(Role.MUNICIPALITY, UUID.randomUUID(), null, stranger.municipality()))) {
            assertThat(iom.get(token, path(route)).status()).isEqualTo(404);
            assertThat(iom.get(token, path(route) + "/history").status()).isEqualTo(404);
            assertThat(iom.get(token, "/routes?personId=" + teacher.id()).texts("items", "id")).isEmpty();
        }
        assertThat(iom.post(stranger.token(), path(route) + "/submission", null, route.etag()).status()).isEqualTo(404);
        assertThat(draft(stranger.token(), teacher, TODAY, UNTIL).problem()).isEqualTo("not-found");
        assertThat(iom.get(teacher.token(), "/routes/" + UUID.randomUUID()).problem()).isEqualTo("not-found");
        for (var token : List.of(teacher.token(), teacher.organisationToken(), iom.methodistOf(teacher),
                Tokens.of(Role.MUNICIPALITY, UUID.randomUUID(), null, teacher.municipality()), Tokens.of(Role.MINISTRY))) {
            assertThat(iom.get(token, path(route)).status()).isEqualTo(200);
            assertThat(iom.get(token, "/routes?personId=" + teacher.id()).texts("items", "id"))
                    .containsExactly(route.id().toString());
        }
    }

    @Test
    @Clause("IOM-020")
    void isFoundInTheRegister() {
        var teacher = diagnosed();
        var route = drafted(teacher);
        var all = Tokens.of(Role.COORDINATOR);

        for (var filter : List.of("municipalityId=" + teacher.municipality(), "organisationId=" + teacher.organisation(),
                "personId=" + teacher.id() + "&status=DRAFT&subject=математика&from=" + TODAY + "&until=" + UNTIL)) {
            assertThat(iom.get(all, "/routes?" + filter).texts("items", "id")).as(filter).containsExactly(route.id().toString());
        }
        for (var filter : List.of("status=APPROVED", "subject=химия", "from=" + UNTIL.plusDays(1))) {
            assertThat(iom.get(all, "/routes?personId=" + teacher.id() + "&" + filter).texts("items", "id")).isEmpty();
        }
        assertThat(iom.get(all, "/routes?sort=-changedAt&limit=1").texts("items", "id")).hasSize(1);
        assertThat(iom.get(all, "/routes?statuss=DRAFT").status()).isEqualTo(400);
    }

    @Test
    void refusesWithAllFaultsAtOnce() {
        var refused = iom.post(Tokens.of(Role.COORDINATOR), "/routes", "{\"from\": null}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts("errors", "pointer")).containsExactlyInAnyOrder("/personId", "/from", "/until");
    }
}
