package ru.nms.registry.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class MentorshipRulesTest {

    private static final UUID SOMETHING = UUID.randomUUID();

    @Test
    @Clause("REG-091")
    void knowsTheFourBasesOfPairs() {
        for (var basis : Mentorship.Basis.values()) {
            assertThat(faults("sevastopol", pair("INSTITUTIONAL", basis, SOMETHING))).as(basis.name()).isEmpty();
        }
        assertThat(Mentorship.Basis.values()).extracting(Enum::name)
                .containsExactlyElementsOf(RegionProfiles.load("sevastopol").organisationKinds().stream()
                        .filter(kind -> kind.kind().equals("SUPPORT_PAIR")).findFirst().orElseThrow().pairBases());
    }

    @Test
    @Clause("REG-093")
    void standsAtTheLevelsOfTheRegion() {
        for (var level : List.of("INTERMUNICIPAL", "MUNICIPAL", "INSTITUTIONAL")) {
            assertThat(faults("arkhangelsk", pair(level, Mentorship.Basis.SUBJECT, SOMETHING))).as(level).isEmpty();
        }
        assertThat(faults("arkhangelsk", pair("REGIONAL", Mentorship.Basis.SUBJECT, SOMETHING))).containsExactly("/level no-such-level");
        assertThat(faults("arkhangelsk", pair("MUNICIPAL", Mentorship.Basis.SUBJECT, null))).containsExactly("/municipalityId required");
        assertThat(faults("arkhangelsk", pair("INSTITUTIONAL", Mentorship.Basis.SUBJECT, null))).containsExactly("/organisationId required");
        assertThat(faults("sevastopol", pair("MUNICIPAL", Mentorship.Basis.SUBJECT, SOMETHING))).containsExactly("/level no-such-level");
        assertThat(faults("tyumen", pair("REGIONAL", Mentorship.Basis.SUBJECT, SOMETHING))).isEmpty();
        assertThat(faults("tyumen", pair("FEDERAL", Mentorship.Basis.SUBJECT, SOMETHING))).containsExactly("/level no-such-level");
    }

    @Test
    @Clause("REG-092")
    void hasOneMenteeInAPairAndSeveralInAGroup() {
        assertThat(faults("tyumen", of(Mentorship.Form.PAIR, 1))).isEmpty();
        assertThat(faults("tyumen", of(Mentorship.Form.PAIR, 2))).containsExactly("/menteeIds one-mentee");
        assertThat(faults("tyumen", of(Mentorship.Form.GROUP, 1))).containsExactly("/menteeIds several-mentees");
        assertThat(faults("tyumen", of(Mentorship.Form.GROUP, 2))).isEmpty();
    }

    @Test
    void namesNobodyTwice() {
        var mentor = UUID.randomUUID();

        assertThat(faults("tyumen", of(Mentorship.Form.PAIR, mentor, List.of(mentor)))).containsExactly("/menteeIds repeated-person");
    }

    private static List<String> faults(String region, Mentorship it) {
        return new MentorshipRules(RegionProfiles.load(region)).check(it).found().stream()
                .map(fault -> fault.pointer() + " " + fault.code()).toList();
    }

    private static Mentorship pair(String level, Mentorship.Basis basis, @Nullable UUID where) {
        return new Mentorship(Mentorship.Form.PAIR, basis, level, UUID.randomUUID(),
                List.of(UUID.randomUUID()), where, where, null, null, false, LocalDate.EPOCH, null, Mentorship.Status.REQUESTED, List.of(), null);
    }

    private static Mentorship of(Mentorship.Form form, int mentees) {
        return of(form, UUID.randomUUID(), Stream.generate(UUID::randomUUID).limit(mentees).toList());
    }

    private static Mentorship of(Mentorship.Form form, UUID mentor, List<UUID> mentees) {
        return new Mentorship(form, Mentorship.Basis.OTHER, "REGIONAL", mentor, mentees, null, null, null,
                null, false, LocalDate.EPOCH, null, Mentorship.Status.REQUESTED, List.of(), null);
    }
}
