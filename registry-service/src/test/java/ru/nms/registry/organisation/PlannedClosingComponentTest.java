package ru.nms.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.registry.Region;
import ru.nms.registry.RegistryApplication;
import ru.nms.registry.Shelf;

/// `closedOn` is the first day without the organisation: the day before is its last.
class PlannedClosingComponentTest {

    private final LocalDate today = TYUMEN.bean(RegionCalendar.class).today();
    private final UUID place = municipality("Бердюжский");
    private final String name = "Школа " + UUID.randomUUID();

    private String closing(String name, LocalDate closedOn, String more) {
        return school(name, place).replace("}", ", \"closedOn\": \"%s\"%s}".formatted(closedOn, more));
    }

    @Test
    @Clause("REG-053")
    void keepsTheNameTakenUntilTheDayOfClosing() {
        created("organisations", closing(name, today.plusDays(1), ""));
        post(coordinator(), "organisations", school(name, place)).expectStatus().isEqualTo(409);
        created("organisations", school(name, place).replace("}", ", \"openedOn\": \"%s\"}".formatted(today.plusDays(1))));

        created("organisations", closing(name + " бывшая", today, ""));
        created("organisations", school(name + " бывшая", place));
    }

    @Test
    @Clause("REG-053")
    void showsAPartUntilTheDayOfClosing() {
        var whole = created("organisations", school(name, place));
        var parent = ", \"parentId\": \"" + whole + "\"";
        var tomorrow = created("organisations", closing(name + " 1", today.plusDays(1), parent));
        created("organisations", closing(name + " 2", today, parent));
        created("organisations", closing(name + " 3", today.minusDays(1), parent));

        get(coordinator(), "organisations/" + whole + "/card").expectStatus().isOk().expectBody()
                .jsonPath("$.around.parts[*].id").value(ids -> assertThat(ids).asList().containsExactly(tomorrow.toString()));
        assertThat(Shelf.ids(coordinator(), "organisations?parentId=%s&on=%s".formatted(whole, today))).containsExactly(tomorrow);
        assertThat(Shelf.ids(coordinator(), "organisations?parentId=%s&on=%s".formatted(whole, today.plusDays(1)))).isEmpty();
    }

    @Test
    @Clause("REG-053")
    void countsPlacesOfAnOrganisationUntilTheDayOfClosing() {
        var staffing = ", \"details\": {\"staffing\": [{\"subject\": \"Предмет %s\", \"planned\": 1, \"filled\": 1}]}".formatted(name);
        created("organisations", closing(name + " 1", today.plusDays(1), staffing));
        created("organisations", closing(name + " 2", today, staffing));

        get(coordinator(), "staffing?municipalityId=" + place).expectStatus().isOk().expectBody(Map.class).value(found ->
                assertThat((List<?>) found.get("subjects")).filteredOn(it -> ((Map<?, ?>) it).get("subject").equals("Предмет " + name))
                        .singleElement().extracting(it -> ((Map<?, ?>) it).get("planned")).hasToString("1"));
    }

    @Test
    @Clause("PRF-06")
    void letsTheNextCoordinatorBeginOnTheDayOfClosing() {
        var region = new Region(ServiceUnderTest.start(RegistryApplication.class, "registry", "nms.region=perm",
                ServiceUnderTest.NO_KAFKA, "nms.methodist.overload=WARN"));
        var centre = """
                {"kind": "CNPPM", "level": "REGIONAL", "name": "ЦНППМ %s", "openedOn": "%s", "closedOn": %s}""";
        var next = today.plusDays(10);
        var first = region.created("organisations", centre.formatted("первый", "2020-01-01", "\"" + next + "\""));

        region.refused("organisations", centre.formatted("второй", next.minusDays(1), "null")).jsonPath("$.errors[0].code").isEqualTo("second-coordinator");
        var second = region.created("organisations", centre.formatted("второй", next, "null"));
        region.put("organisations/" + first, 1, centre.formatted("первый", "2020-01-01", "\"" + next.plusDays(1) + "\""))
                .expectStatus().isEqualTo(422);
        region.put("organisations/" + first, 1, centre.formatted("первый", "2020-01-01", "\"" + next.minusDays(1) + "\""))
                .expectStatus().isOk();
        region.put("organisations/" + second, 1, centre.formatted("второй", next.minusDays(1), "null")).expectStatus().isOk();
        region.put("organisations/" + second, 2, centre.formatted("второй", next.minusDays(2), "null")).expectStatus().isEqualTo(422);
    }
}
