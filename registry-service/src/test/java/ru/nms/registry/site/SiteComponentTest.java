package ru.nms.registry.site;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Shelf.act;
import static ru.nms.registry.Shelf.ids;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.SiteChanged;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Registry;

class SiteComponentTest {

    private final UUID school = Registry.school(municipality("Абатский"));
    private final String title = "Площадка " + UUID.randomUUID();

    @Test
    @Clause("REG-160")
    void keepsAnInternshipSite() {
        var id = created("sites", internshipSite());

        get(coordinator(), "sites/" + id).expectStatus().isOk().expectBody()
                .jsonPath("$.organisationId").isEqualTo(school.toString()).jsonPath("$.since").isEqualTo("2025-01-01")
                .jsonPath("$.until").isEqualTo("2027-01-01").jsonPath("$.subjects[0]").isEqualTo("Физика")
                .jsonPath("$.capacity").isEqualTo(1).jsonPath("$.selectedOn").isEqualTo("2024-12-01")
                .jsonPath("$.experience").isEqualTo("Победы учеников");
        Heard.on(SiteChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
        post(coordinator(), "sites", """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "%s", "since": "2025-01-01"}""".formatted(school, "Без опыта"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[*].pointer").value(found -> assertThat(found).asList()
                        .containsExactlyInAnyOrder("/capacity", "/experience", "/selectedOn"));
        post(coordinator(), "sites", internshipSite().replace("2024-12-01", "2025-01-02").replace("Площадка", "Рано"))
                .expectStatus().isEqualTo(422);
    }

    @Test
    @Clause({"REG-161", "REG-163"})
    void keepsAnInnovationSiteWithItsProjectAndTheActOfTheList() {
        var supervisor = Registry.teacher(school);
        var list = listOfSites();
        var body = innovationSite(supervisor, list);
        post(coordinator(), "sites", body.replace("\"supervisorId\": \"" + supervisor + "\",", "")).expectStatus().isEqualTo(422);
        post(coordinator(), "sites", body.replace(list.toString(), UUID.randomUUID().toString())).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("unknown-act");
        var id = created("sites", body);

        get(coordinator(), "reports/acts").expectBody().jsonPath("$.sections.acts[?(@.purpose == 'SITES')].actIds[*]")
                .value(found -> assertThat(found).asList().contains(list.toString()));
        get(coordinator(), "sites?supervisorId=" + supervisor).expectBody().jsonPath("$.items[0].id").isEqualTo(id.toString())
                .jsonPath("$.items[0].listActId").isEqualTo(list.toString())
                .jsonPath("$.items[0].plan[0].due").isEqualTo("2024-12-31");
    }

    @Test
    @Clause("REG-161")
    void findsInnovationSitesThatLackTheListOrThePlan() {
        var supervisor = Registry.teacher(school);
        var body = innovationSite(supervisor, listOfSites());
        var whole = created("sites", body);
        var unlisted = created("sites", body.replace(title, title + " без перечня").replaceAll("\"listActId\": \"[^\"]+\",", ""));
        var unplanned = created("sites", body.replace(title, title + " без плана").replaceAll("\"plan\": \\[[^]]+]", "\"plan\": []"));
        var internship = created("sites", internshipSite());

        get(coordinator(), "quality-checks/site-without-list/findings?limit=200").expectBody()
                .jsonPath("$.items[?(@.id == '%s')]".formatted(whole)).isEmpty()
                .jsonPath("$.items[?(@.id == '%s')]".formatted(internship)).isEmpty()
                .jsonPath("$.items[?(@.id == '%s')].note".formatted(unlisted)).isEqualTo("акт о перечне")
                .jsonPath("$.items[?(@.id == '%s')].note".formatted(unplanned)).isEqualTo("план");
    }

    @Test
    @Clause({"REG-164", "REG-165"})
    void givesEachPlaceOnce() {
        var site = created("sites", internshipSite());
        var programme = programme(site, "INDIVIDUAL");
        var first = created("internships", internship(programme, "2025-03-10", "2025-03-12"));

        post(coordinator(), "internships", internship(programme, "2025-03-12", "2025-03-13")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("site-full");
        created("internships", internship(programme, "2025-03-13", "2025-03-13"));
        post(coordinator(), "internships", internship(programme, "2024-12-31", "2025-01-02")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("outside-site-status");
        get(coordinator(), "sites/" + site + "/calendar?from=2025-03-12&to=2025-03-14").expectStatus().isOk().expectBody()
                .jsonPath("$.days[0].free").isEqualTo(0).jsonPath("$.days[1].taken").isEqualTo(1)
                .jsonPath("$.days[2].day").isEqualTo("2025-03-14").jsonPath("$.days[2].free").isEqualTo(1);
        act(coordinator(), "internships/" + first + "/cancellation", 1, "").expectStatus().isOk();
        created("internships", internship(programme, "2025-03-10", "2025-03-12"));
        get(coordinator(), "sites/" + UUID.randomUUID() + "/calendar?from=2025-03-12&to=2025-03-14").expectStatus().isNotFound();
        get(coordinator(), "sites/" + site + "/calendar?from=2025-03-12&to=2025-03-11").expectStatus().isBadRequest();
    }

    @Test
    @Clause({"REG-160", "REG-164"})
    void keepsRoomForWhatIsPlanned() {
        var body = internshipSite().replace("\"capacity\": 1", "\"capacity\": 3");
        var site = created("sites", body);
        var programme = programme(site, "GROUP");
        var first = created("internships", internship(programme, "2026-03-10", "2026-03-12"));
        created("internships", internship(programme, "2026-03-12", "2026-03-13"));
        created("internships", internship(programme, "2026-03-12", "2026-03-12"));
        post(coordinator(), "internships", internship(programme, "2026-03-12", "2026-03-12")).expectStatus().isEqualTo(422);

        refused("sites/" + site, body.replace("\"capacity\": 3", "\"capacity\": 2"), "/capacity site-overbooked", "2026-03-12 (3/2)");
        refused("sites/" + site, body.replace("2027-01-01", "2026-03-13"), "/until site-needed", "2026-03-13 (1/0)");
        refused("sites/" + site, body.replace("2025-01-01", "2026-03-11"), "/since site-needed", "2026-03-10 (1/0)");
        put(coordinator(), "sites/" + site, "\"1\"", body.replace("2027-01-01", "2026-03-14").replace("2025-01-01", "2026-03-10"))
                .expectStatus().isOk();
        act(coordinator(), "internships/" + first + "/completion", 1, "").expectStatus().isOk();
        act(coordinator(), "internships/" + first + "/cancellation", 2, "").expectStatus().isEqualTo(409);
    }

    @Test
    @Clause("REG-164")
    void lowersTheCapacityToWhatIsPlanned() {
        var body = internshipSite().replace("\"capacity\": 1", "\"capacity\": 3");
        var site = created("sites", body);
        var programme = programme(site, "GROUP");
        created("internships", internship(programme, "2026-03-10", "2026-03-12"));
        var last = created("internships", internship(programme, "2026-03-12", "2026-03-13"));

        refused("sites/" + site, body.replace("\"capacity\": 3", "\"capacity\": 1"), "/capacity site-overbooked", "2026-03-12 (2/1)");
        put(coordinator(), "sites/" + site, "\"1\"", body.replace("\"capacity\": 3", "\"capacity\": 2")).expectStatus().isOk();
        act(coordinator(), "internships/" + last + "/completion", 1, "").expectStatus().isOk();
    }

    @Test
    @Clause("REG-164")
    void movesAProgrammeOnlyToASiteWithRoomForItsInternships() {
        var site = created("sites", internshipSite().replace(title, title + " первая"));
        var other = created("sites", internshipSite().replace(title, title + " вторая"));
        var programme = programme(site, "INDIVIDUAL");
        var there = programme(other, "INDIVIDUAL");
        var taken = created("internships", internship(there, "2026-03-12", "2026-03-13"));
        var moved = created("internships", internship(programme, "2026-03-10", "2026-03-12"));
        var body = """
                {"siteId": "%s", "title": "Стажировка", "topic": "Физика", "form": "GROUP", "hours": 24}""".formatted(other);

        refused("internship-programmes/" + programme, body, "/siteId site-overbooked", "2026-03-12 (2/1)");
        act(coordinator(), "internships/" + taken + "/cancellation", 1, "").expectStatus().isOk();
        put(coordinator(), "internship-programmes/" + programme, "\"1\"", body).expectStatus().isOk();
        act(coordinator(), "internships/" + moved + "/completion", 1, "").expectStatus().isOk();
    }

    private static void refused(String path, String body, String fault, String days) {
        put(coordinator(), path, "\"1\"", body).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors.length()").isEqualTo(1)
                .jsonPath("$.errors[0].pointer").isEqualTo(fault.split(" ")[0]).jsonPath("$.errors[0].code").isEqualTo(fault.split(" ")[1])
                .jsonPath("$.errors[0].detail").value(text -> assertThat(text).asString().contains(days));
    }

    private String innovationSite() {
        return innovationSite(Registry.teacher(school), listOfSites());
    }

    private String innovationSite(UUID supervisor, UUID list) {
        return """
                {"kind": "INNOVATION", "organisationId": "%s", "title": "%s", "since": "2024-01-10", "supervisorId": "%s",
                 "listActId": "%s", "plan": [{"what": "Апробация", "due": "2024-12-31"}]}""".formatted(school, title, supervisor, list);
    }

    private static UUID listOfSites() {
        return created("acts", """
                {"kind": "ORDER", "number": "%s", "date": "2024-01-10", "title": "Об инновационных площадках", "purposes": ["SITES"]}"""
                .formatted(UUID.randomUUID()));
    }

    @Test
    @Clause({"REG-162", "REG-164", "REG-165"})
    void countsSitesAndInternshipsByYear() {
        var before = figures(2025);
        var site = created("sites", internshipSite());
        programme(site, "INDIVIDUAL");
        var group = programme(site, "GROUP");
        var person = Registry.teacher(school);
        for (var day : new String[] {"2025-04-01", "2025-04-02"}) {
            var id = created("internships", internship(group, day, day).replaceFirst("\"personId\": \"[^\"]*\"", "\"personId\": \"" + person + "\""));
            act(coordinator(), "internships/" + id + "/completion", 1, "").expectStatus().isOk()
                    .expectBody().jsonPath("$.status").isEqualTo("COMPLETED");
        }
        created("internships", internship(group, "2025-04-03", "2025-04-03"));
        created("sites", innovationSite());

        assertThat(figures(2025)).containsExactly(before[0] + 1, before[1] + 1, before[2] + 1, before[3] + 1, before[4] + 2, before[5] + 1);
        get(TYUMEN.anonymous(), "site-statistics?year=1").expectStatus().is4xxClientError();
    }

    @Test
    @Clause({"REG-166", "REG-171"})
    void listsSitesByTheEquipmentOfTheNationalProject() {
        var id = created("sites", internshipSite());
        var programme = created("internship-programmes", """
                {"siteId": "%s", "title": "Стажировка в Кванториуме", "topic": "Физика", "form": "GROUP", "hours": 24,
                 "equipment": ["QUANTORIUM"]}""".formatted(id));

        assertThat(ids(TYUMEN.anonymous(), "sites/open?equipment=QUANTORIUM&organisationId=" + school)).containsExactly(id);
        assertThat(ids(TYUMEN.anonymous(), "sites/open?equipment=IT_CUBE&organisationId=" + school)).isEmpty();
        assertThat(ids(coordinator(), "internship-programmes?equipment=QUANTORIUM&siteId=" + id)).containsExactly(programme);
    }

    @Test
    void showsEverybodySitesWithoutWhoLeadsThem() {
        created("sites", internshipSite());

        get(TYUMEN.anonymous(), "sites/open?q=" + title.substring(9)).expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].title").isEqualTo(title).jsonPath("$.items[0].organisation").value(name -> assertThat(name)
                        .asString().startsWith("Школа")).jsonPath("$.items[0].experience").doesNotExist();
        get(TYUMEN.anonymous(), "sites/open?supervisorId=" + UUID.randomUUID()).expectStatus().isBadRequest();
        get(TYUMEN.anonymous(), "sites").expectStatus().isUnauthorized();
    }

    private static long[] figures(int year) {
        var found = new long[6];
        var names = new String[] {"internshipSites", "innovationSites", "individualProgrammes", "groupProgrammes", "internships", "people"};
        var body = get(TYUMEN.anonymous(), "site-statistics?year=" + year).expectStatus().isOk().expectBody();
        for (int i = 0; i < names.length; i++) {
            int at = i;
            body.jsonPath("$." + names[i]).value(count -> found[at] = ((Number) count).longValue());
        }
        return found;
    }

    private static UUID programme(UUID site, String form) {
        return created("internship-programmes", """
                {"siteId": "%s", "title": "Стажировка %s", "topic": "Физика", "form": "%s", "hours": 24}"""
                .formatted(site, UUID.randomUUID(), form));
    }

    private String internship(UUID programme, String since, String until) {
        return "{\"personId\": \"%s\", \"internshipProgrammeId\": \"%s\", \"since\": \"%s\", \"until\": \"%s\"}"
                .formatted(Registry.teacher(school), programme, since, until);
    }

    private String internshipSite() {
        return """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "%s", "subjects": ["Физика"], "competences": ["METHODICAL"],
                 "capacity": 1, "since": "2025-01-01", "until": "2027-01-01", "selectedOn": "2024-12-01",
                 "experience": "Победы учеников", "equipment": ["QUANTORIUM"]}""".formatted(school, title);
    }
}
