package ru.nms.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class EventRulesTest {

    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
    private static final EventDraft GOOD = new EventDraft("SEMINAR", "REGIONAL", " Семинар ", new UUID(0, 1), null, START,
            START.plusSeconds(3600), null, "ONSITE", 20, List.of("METHODICAL", "SUBJECT", "SUBJECT"), null, null, null, null,
            null, null, null);

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var nothing = new EventDraft(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);

        assertThat(pointers("tyumen", nothing)).containsExactlyInAnyOrder("/kind", "/level", "/title", "/organiserId",
                "/startsAt", "/endsAt", "/mode", "/capacity");
    }

    @Test
    @Clause("EVT-002")
    void takesOnlyKindsOfTheList() {
        var faults = faults("tyumen", with("kind", "PICNIC"));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/kind");
            assertThat(fault.args().toString()).contains("LESSON_VISIT", "STRATEGIC_SESSION", "CHAMPIONSHIP");
        });
    }

    @ParameterizedTest
    @EnumSource
    @Clause("EVT-002")
    void namesEveryKindInRussian(EventKind kind) {
        assertThat(kind.title()).matches("[А-Яа-яё -]+");
        assertThat(check("tyumen", with("kind", kind.name())).kind()).isEqualTo(kind);
    }

    @Test
    void knowsNoMunicipalLevelInSevastopolAndNamesTheClause() {
        assertThat(check("tyumen", with("level", "MUNICIPAL")).level()).isEqualTo("MUNICIPAL");

        assertThat(faults("sevastopol", with("level", "MUNICIPAL"))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/level");
            assertThat(fault.clause()).contains("строка 125");
        });
    }

    @Test
    void takesOnlyCompetenceAreasOfTheRegion() {
        assertThat(check("tyumen", GOOD).competences()).containsExactly("METHODICAL", "SUBJECT");
        assertThat(faults("sevastopol", with("competences", Arrays.asList("IT", null)))).extracting(Fault::pointer)
                .containsExactly("/competences/0", "/competences/1");
        assertThat(check("kuzbass", with("competences", List.of("OWN_AREA"))).competences()).containsExactly("OWN_AREA");
        assertThat(faults("kuzbass", with("competences", List.of("a b")))).extracting(Fault::pointer)
                .containsExactly("/competences/0");
    }

    @Test
    @Clause({"REG-044", "REG-058"})
    void belongsToADistrictWhereTheRegionHasOne() {
        assertThat(check("arkhangelsk", with("level", "INTERMUNICIPAL", "groupingUnit", " IMO-1 ", "groupingTask", "JOINT_EVENTS")))
                .extracting(Event.Details::groupingUnit, Event.Details::groupingTask).containsExactly("IMO-1", "JOINT_EVENTS");
        assertThat(check("tyumen", with("groupingUnit", "ISHIM", "groupingTask", " ")))
                .extracting(Event.Details::groupingUnit, Event.Details::groupingTask).containsExactly("ISHIM", null);
        assertThat(faults("sevastopol", with("groupingUnit", "IMO-1"))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/groupingUnit");
            assertThat(fault.code()).isEqualTo("no-groupings");
            assertThat(fault.clause()).contains("строки 89, 125");
        });
    }

    @Test
    void endsAfterItStartsAndRegistersBefore() {
        assertThat(faults("tyumen", with("endsAt", START))).extracting(Fault::code).containsExactly("event.ends-before-start");
        assertThat(faults("tyumen", with("registrationUntil", START.plusSeconds(1)))).extracting(Fault::code)
                .containsExactly("event.registration-after-start");
        assertThat(faults("tyumen", with("startsAt", Instant.MIN))).extracting(Fault::code)
                .containsExactly("event.time-out-of-range");
    }

    @Test
    void hasAtLeastOneSeat() {
        assertThat(faults("tyumen", with("capacity", 0))).extracting(Fault::pointer).containsExactly("/capacity");
    }

    @Test
    void registersUntilTheStartWhenNothingElseIsSaid() {
        assertThat(check("tyumen", GOOD).registrationUntil()).isEqualTo(START);
    }

    @Test
    void addsWhatIsWrongWithTheOrganiser() {
        var fault = Fault.at("/organiserId", "event.organiser-unknown");

        assertThatThrownBy(() -> rules("tyumen").check(GOOD, Optional.of(fault))).isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(((Refusal) refusal).faults()).containsExactly(fault));
    }

    private static List<String> pointers(String region, EventDraft draft) {
        return faults(region, draft).stream().map(Fault::pointer).toList();
    }

    private static List<Fault> faults(String region, EventDraft draft) {
        return Objects.requireNonNull(catchThrowableOfType(Refusal.class, () -> check(region, draft))).faults();
    }

    private static Event.Details check(String region, EventDraft draft) {
        return rules(region).check(draft, Optional.empty());
    }

    private static EventRules rules(String region) {
        return new EventRules(RegionProfiles.load(region));
    }

    /// The good draft with components replaced: names and values in turn.
    private static EventDraft with(Object... replaced) {
        var fresh = new HashMap<String, Object>();
        for (int i = 0; i < replaced.length; i += 2) {
            fresh.put(String.valueOf(replaced[i]), replaced[i + 1]);
        }
        try {
            var parts = EventDraft.class.getRecordComponents();
            var values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                var name = parts[i].getName();
                values[i] = fresh.containsKey(name) ? fresh.get(name) : parts[i].getAccessor().invoke(GOOD);
            }
            return (EventDraft) EventDraft.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
