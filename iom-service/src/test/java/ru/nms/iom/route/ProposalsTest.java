package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.iom.route.RouteItem.Kind.EVENT;
import static ru.nms.iom.route.RouteItem.Kind.MENTORING;
import static ru.nms.iom.route.RouteItem.Kind.PROGRAMME;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.iom.need.Deficit;
import ru.nms.iom.offer.Offer;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.InventedRegion;

class ProposalsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate UNTIL = DAY.plusMonths(6);
    private static final Deficit HEAVY = new Deficit(UUID.randomUUID(), "METHODICAL", "HIGH", DAY);
    private static final Deficit LIGHT = new Deficit(UUID.randomUUID(), "SUBJECT", "LOW", DAY);

    @ParameterizedTest
    @ValueSource(strings = {"tyumen", "arkhangelsk", "kuzbass", "perm", "sevastopol"})
    @Clause("IOM-017")
    void proposesMoreForHeavierDeficits(String region) {
        var items = proposals(region).items(List.of(HEAVY, LIGHT), List.of());

        assertThat(items).extracting(RouteItem::kind).containsExactly(PROGRAMME, EVENT, MENTORING, EVENT);
        assertThat(items).extracting(RouteItem::deficitId)
                .containsExactly(HEAVY.id(), HEAVY.id(), HEAVY.id(), LIGHT.id());
        assertThat(items).allSatisfy(item -> assertThat(item.due()).isEqualTo(UNTIL));
    }

    @Test
    void knowsTheLevelsOfARegionThatNamesItsOwn() {
        assertThat(proposals(InventedRegion.file()).items(List.of(new Deficit(UUID.randomUUID(), "NAVIGATION", "DEEP", DAY)), List.of()))
                .extracting(RouteItem::kind).containsExactly(PROGRAMME, EVENT, MENTORING);
    }

    @Test
    @Clause({"IOM-006", "IOM-008"})
    void usesTheRegionsForm() {
        assertThat(proposals("arkhangelsk").items(List.of(HEAVY), List.of())).extracting(RouteItem::section)
                .containsExactly("1.1", "1.3", "3.1");
    }

    @Test
    @Clause("IOM-042")
    void usesTheNeutralStructureWithoutAForm() {
        assertThat(proposals("tyumen").items(List.of(HEAVY), List.of())).extracting(RouteItem::section)
                .containsExactly("PROGRAM", "EVENT", "MENTORING");
    }

    @Test
    void namesAnnouncedEventsOnce() {
        var event = new Offer(UUID.randomUUID(), "Семинар", Instant.parse("2026-12-01T10:00:00Z"), List.of("METHODICAL", "SUBJECT"));

        var items = proposals("tyumen").items(List.of(HEAVY, LIGHT), List.of(event));

        assertThat(items).filteredOn(item -> item.eventId() != null).singleElement().satisfies(item -> {
            assertThat(item.eventId()).isEqualTo(event.eventId());
            assertThat(item.title()).isEqualTo("Семинар");
            assertThat(item.deficitId()).isEqualTo(HEAVY.id());
            assertThat(item.due()).isEqualTo(LocalDate.of(2026, 12, 1));
        });
        assertThat(items).filteredOn(item -> LIGHT.id().equals(item.deficitId())).hasSize(1);
    }

    @Test
    @Clause("IOM-017")
    void withoutDeficitsItIsARouteOfDevelopment() {
        assertThat(proposals("tyumen").items(List.of(), List.of())).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(RouteItem.Kind.PRACTICE);
            assertThat(item.goal()).isNotBlank();
        });
    }

    @Test
    @Clause("IOM-018")
    void tellsModesApartWhereTheRegionDoes() {
        assertThat(proposals("tyumen").items(List.of(HEAVY), List.of())).extracting(RouteItem::mode)
                .containsExactly("FORMAL", "NON_FORMAL", "NON_FORMAL");
        assertThat(proposals("kuzbass").items(List.of(HEAVY), List.of())).extracting(RouteItem::mode).containsOnlyNulls();
    }

    private static Proposals proposals(String region) {
        return new Proposals(RouteRules.of(RegionProfiles.load(region), DAY), UNTIL,
                instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
